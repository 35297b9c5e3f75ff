'use server'
import {
  type ActionResult,
  type FormValues,
  invalidForm,
  type Saved,
} from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { requireActor } from '@/lib/people/accounts/session'
import { getReconsideration } from './data'
import { saveReconsideration } from './mutations'
import { canReconsider } from './policy'
import { reconsiderSchema } from './schema'

export async function reconsiderAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: ({ id }: FormValues) =>
        typeof id === 'string' ? getReconsideration(id) : Promise.resolve(null),
      // Who answered already and sends again is told so, not sent away.
      can: (actor, request) => canReconsider(actor, { ...request, answer: null }),
      schema: reconsiderSchema,
      skipRepeat: true,
      shows: 'page',
    },
    async ({ answer, reason }, { actor, target, values }) =>
      (await saveReconsideration(target, { answer, reason, actorId: actor.userId }))
        ? null
        : invalidForm('WRONG_STATE', values),
  )
}
