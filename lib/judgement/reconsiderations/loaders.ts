import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { cached } from '@/lib/base/cache/cached'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import type { Actor } from '@/lib/people/accounts/types'
import { countReconsiderations, getReconsideration, listWaitingReconsiderations } from './data'

/** The request for whoever was asked; not found for anyone else. */
export const loadReconsideration = cache(async (id: string, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const request = await getReconsideration(id)
  if (request?.assessorId !== actor.userId) notFound()
  return request
})

export const loadWaitingReconsiderations = (actor: Actor) =>
  listWaitingReconsiderations(actor.userId)

export const loadReconsiderationCount = cached('reconsiderations', countReconsiderations)
