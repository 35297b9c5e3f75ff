'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from '@/i18n/navigation'
import { invalidateContent } from '@/lib/base/cache/cached'
import { type ActionResult, invalidField, type Saved } from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { ALLOWED } from '@/lib/base/http/limit'
import { createLimit } from '@/lib/base/http/rate-limit'
import { isRepeat } from '@/lib/base/http/submission'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { listChosenObstacles } from '@/lib/exchange/obstacles/data'
import { canCurate } from '@/lib/exchange/obstacles/policy'
import { listCouncilIds } from '@/lib/exchange/obstacles/targets.data'
import { requireActor } from '@/lib/people/accounts/session'
import { signingOrganisation } from '@/lib/people/accounts/working-for.rules'
import { saveAdvice } from './mutations'
import { saveAdviceSchema } from './schema'

const adviceLimit = createLimit({ name: 'advice', points: 20, windowSeconds: 24 * 60 * 60 })

/** Keeps an advice as it goes out. */
export async function saveAdviceAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: async () => ({ councilIds: await listCouncilIds() }),
      can: canCurate,
      schema: saveAdviceSchema,
      limit: async ({ actor: { userId }, submission }) =>
        (await isRepeat({ actorId: userId, submission })) ? ALLOWED : adviceLimit.consume(userId),
    },
    async ({ titel, aan, inleiding, gevraagd, knelpunt }, { actor, submission, values }) => {
      const obstacles = await listChosenObstacles(knelpunt)
      if (obstacles.length === 0) return invalidField('knelpunt', 'chooseOne', values)
      const signer = signingOrganisation(actor)
      const id = await saveAdvice({
        title: titel,
        addressee: aan,
        opening: inleiding,
        asked: gevraagd,
        signer: {
          name: signer?.name ?? actor.name,
          organisationId: signer?.id ?? null,
        },
        on: todayInNetherlands(new Date()),
        obstacles,
        actorId: actor.userId,
        submission,
      })
      invalidateContent()
      return redirect({
        href: { pathname: '/workspace/obstacles/advice/[id]', params: { id } },
        locale: await getLocale(),
      })
    },
  )
}
