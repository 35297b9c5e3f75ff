'use server'
import { getLocale } from 'next-intl/server'
import { notFound, redirect as redirectToPath } from 'next/navigation'
import { getPathname, redirect } from '@/i18n/navigation'
import { currentActor } from '@/lib/people/accounts/session'
import { listChosenObstacles } from '@/lib/exchange/obstacles/data'
import { listCouncilIds } from '@/lib/exchange/obstacles/targets.data'
import { canCurate } from '@/lib/exchange/obstacles/policy'
import { chosenSlugs } from '@/lib/exchange/obstacles/rules'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { requireSameOrigin } from '@/lib/base/http/action'
import type { FormValues } from '@/lib/base/http/action-result'
import { formValues } from '@/lib/base/http/form-data'
import { createLimit } from '@/lib/base/http/rate-limit'
import { invalidateContent } from '@/lib/base/cache/cached'
import { isRepeat, takeSubmission } from '@/lib/base/http/submission'
import { saveAdvice } from './mutations'
import { saveAdviceSchema } from './schema'

const adviceLimit = createLimit({ name: 'advice', points: 20, windowSeconds: 24 * 60 * 60 })

/** The form again, with what was typed and what was wrong. */
async function showForm(values: FormValues, fault: '1' | 'RATE_LIMITED'): Promise<never> {
  const back = new URLSearchParams([
    ['fout', fault],
    ...chosenSlugs(values.knelpunt).map((slug) => ['knelpunt', slug]),
  ])
  for (const key of ['titel', 'aan', 'inleiding', 'gevraagd'])
    back.set(key, String(values[key] ?? '').slice(0, 3_500))
  const path = getPathname({ href: '/workspace/obstacles/advice', locale: await getLocale() })
  return redirectToPath(`${path}?${back.toString()}`)
}

/** A refusal is a page that does not exist, which gives typed text back without scripts. */
export async function saveAdviceAction(form: FormData): Promise<void> {
  await requireSameOrigin()
  const actor = await currentActor()
  if (!actor || !canCurate(actor, { councilIds: await listCouncilIds() })) notFound()
  const values = Object.fromEntries(
    Object.entries(formValues(form)).filter(([key]) => key !== 'soort'),
  )
  const sender = { actorId: actor.userId, submission: takeSubmission(values) }
  const input = saveAdviceSchema.safeParse(values)
  const chosen = input.success ? await listChosenObstacles(input.data.knelpunt) : []
  if (!input.success || chosen.length === 0) return showForm(values, '1')
  if (!(await isRepeat(sender)) && !(await adviceLimit.consume(actor.userId)).allowed)
    return showForm(values, 'RATE_LIMITED')
  const { titel, aan, inleiding, gevraagd } = input.data
  const [membership] = actor.memberships
  const signer = {
    name: membership?.organisationName ?? actor.name,
    organisationId: membership?.organisationId ?? null,
  }
  const id = await saveAdvice({
    title: titel,
    addressee: aan,
    opening: inleiding,
    asked: gevraagd,
    signer,
    on: todayInNetherlands(new Date()),
    obstacles: chosen,
    ...sender,
  })
  invalidateContent()
  return redirect({
    href: { pathname: '/workspace/obstacles/advice/[id]', params: { id } },
    locale: await getLocale(),
  })
}
