'use server'
import { getLocale } from 'next-intl/server'
import { redirect as redirectToPath } from 'next/navigation'
import { getPathname, redirect } from '@/i18n/navigation'
import { requireActor } from '@/lib/people/accounts/session'
import { listChosenObstacles } from '@/lib/exchange/obstacles/data'
import { listCouncilIds } from '@/lib/exchange/obstacles/targets.data'
import { canCurate } from '@/lib/exchange/obstacles/policy'
import { chosenSlugs } from '@/lib/exchange/obstacles/rules'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { requireSameOrigin } from '@/lib/base/http/action'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues } from '@/lib/base/http/form-data'
import { createLimit } from '@/lib/base/http/rate-limit'
import { invalidateContent } from '@/lib/base/cache/cached'
import { isRepeat, takeSubmission } from '@/lib/base/http/submission'
import { saveAdvice } from './mutations'
import { saveAdviceSchema } from './schema'

const adviceLimit = createLimit({ name: 'advice', points: 20, windowSeconds: 24 * 60 * 60 })

export async function saveAdviceAction(form: FormData): Promise<void> {
  await requireSameOrigin()
  const actor = await requireActor()
  if (!canCurate(actor, { councilIds: await listCouncilIds() })) throw new AppError('NOT_FOUND')
  const values = Object.fromEntries(
    Object.entries(formValues(form)).filter(([key]) => key !== 'soort'),
  )
  const sender = { actorId: actor.userId, submission: takeSubmission(values) }
  const locale = await getLocale()
  const input = saveAdviceSchema.safeParse(values)
  const chosen = input.success ? await listChosenObstacles(input.data.knelpunt) : []
  if (!input.success || chosen.length === 0) {
    const back = new URLSearchParams([
      ['fout', '1'],
      ...chosenSlugs(values.knelpunt).map((slug) => ['knelpunt', slug]),
    ])
    for (const key of ['titel', 'aan', 'inleiding', 'gevraagd'])
      back.set(key, String(values[key] ?? '').slice(0, 3_500))
    return redirectToPath(
      `${getPathname({ href: '/workspace/obstacles/advice', locale })}?${back.toString()}`,
    )
  }
  if (!(await isRepeat(sender)) && !(await adviceLimit.consume(actor.userId)).allowed)
    throw new AppError('RATE_LIMITED')
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
    locale,
  })
}
