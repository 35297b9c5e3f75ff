'use server'
import { z } from 'zod'
import type { ActionResult, Saved } from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { createLimit } from '@/lib/base/http/rate-limit'
import { requireActor } from '@/lib/people/accounts/session'
import { canManageJobs } from '@/lib/site/jobs/policy'
import { queueTestMail } from './mutations'

const limit = createLimit({ name: 'test-mail', points: 10, windowSeconds: 60 * 60 })

export async function testMailAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: () => Promise.resolve(true),
      can: canManageJobs,
      schema: z.strictObject({}),
      limit: ({ actor }) => limit.consume(actor.userId),
      shows: 'page',
    },
    async (_input, { actor, submission }) => {
      await queueTestMail({ actorId: actor.userId, submission })
      return null
    },
  )
}
