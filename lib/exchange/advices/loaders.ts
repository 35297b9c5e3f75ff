import 'server-only'
import { cache } from 'react'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { loadReader, requireActorPage } from '@/lib/people/accounts/loaders'
import { listCouncilIds } from '@/lib/exchange/obstacles/targets.data'
import { canCurate } from '@/lib/exchange/obstacles/policy'
import { cached } from '@/lib/base/cache/cached'
import { getAdvice, getNow, listAdvices, listAdvicesAbout } from './data'
import { compareAdvice } from './rules'
import type { AdviceView } from './types'

export const loadAdvicesAbout = cached('advices-about', listAdvicesAbout)

export async function loadMayOpenAdvice(): Promise<boolean> {
  const reader = await loadReader()
  return reader !== null && canCurate(reader, { councilIds: await listCouncilIds() })
}

const find = async (id: string) => (z.uuid().safeParse(id).success ? getAdvice(id) : null)

export const loadSavedAdvice = cache(async (id: string, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const advice = canCurate(actor, { councilIds: await listCouncilIds() }) ? await find(id) : null
  if (!advice) notFound()
  return {
    advice,
    compared: compareAdvice(advice.obstacles, await getNow(advice.obstacles.map((one) => one.id))),
  }
})

export async function loadSavedAdviceFile(id: string): Promise<AdviceView | null> {
  return (await loadMayOpenAdvice()) ? find(id) : null
}

/** The caller checked the right to make one. */
export const loadAdvices = listAdvices
