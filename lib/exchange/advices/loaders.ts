import 'server-only'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { loadReader, requireActorPage } from '@/lib/people/accounts/loaders'
import { listCouncilIds } from '@/lib/exchange/obstacles/targets.data'
import { canCurate } from '@/lib/exchange/obstacles/policy'
import { cached } from '@/lib/base/cache/cached'
import { getAdvice, getNow, listAdvices, listAdvicesAbout } from './data'
import { compareAdvice } from './rules'
import type { AdviceView } from './types'

/** In which advices an obstacle went, as everyone may know. */
export const loadAdvicesAbout = cached('advices-about', listAdvicesAbout)

/** Whether this reader may open an advice itself. */
export async function loadMayOpenAdvice(): Promise<boolean> {
  const reader = await loadReader()
  return reader !== null && canCurate(reader, { councilIds: await listCouncilIds() })
}

const find = async (id: string) => (z.uuid().safeParse(id).success ? getAdvice(id) : null)

/** An advice as it went out beside the register of now; not found for who may not make one. */
export async function loadSavedAdvice(id: string, returnTo: string) {
  const actor = await requireActorPage(returnTo)
  const advice = canCurate(actor, { councilIds: await listCouncilIds() }) ? await find(id) : null
  if (!advice) notFound()
  return {
    advice,
    compared: compareAdvice(advice.obstacles, await getNow(advice.obstacles.map((one) => one.id))),
  }
}

/** The same for its file: null where the page would not exist. */
export async function loadSavedAdviceFile(id: string): Promise<AdviceView | null> {
  return (await loadMayOpenAdvice()) ? find(id) : null
}

/** What was kept before; the caller decided that this person may make an advice. */
export const loadAdvices = listAdvices
