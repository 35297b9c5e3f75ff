import 'server-only'
import { notFound } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { permanentRedirect } from '@/i18n/navigation'
import { loadReader, requireActorPage } from '@/lib/people/accounts/loaders'
import { organisationsWhere, signingOrganisation } from '@/lib/people/accounts/working-for.rules'
import { cached } from '@/lib/base/cache/cached'
import { loadEditingOptions } from '@/lib/knowledge/revisions/loaders'
import {
  getObstacle,
  listAllObstacles,
  listChosenObstacles,
  listObstacles,
  listObstaclesOf,
} from './data'
import {
  getObstacleTarget,
  listCouncilIds,
  listLikelyDuplicates,
  listOwnInitiatives,
} from './targets.data'
import { canAdd, canCurate, canEdit, canLink } from './policy'
import { readFilter, readPage } from './rules'
import type { ObstacleView } from './types'

const readList = cached('obstacles-list', listObstacles)
const readOne = cached('obstacle', getObstacle)

type Raw = Readonly<Record<string, string | string[] | undefined>>

export async function loadObstacles(raw: Raw) {
  const [filter, page] = [readFilter(raw), readPage(raw)]
  // Free text is not cached: it would push out what is asked often.
  const [list, reader] = await Promise.all([
    (filter.query === '' ? readList : listObstacles)(filter, page),
    loadReader(),
  ])
  const mayAdd =
    reader?.memberships.some(({ organisationId }) => canAdd(reader, organisationId)) ?? false
  return {
    filter,
    page,
    ...list,
    reader: reader !== null,
    mayAdd,
    mayCurate: reader !== null && canCurate(reader, { councilIds: await listCouncilIds() }),
  }
}

export async function loadObstacleRows(raw: Raw) {
  return listAllObstacles(readFilter(raw))
}

export const loadObstaclesOf = cached('obstacles-of', listObstaclesOf)

export async function loadObstaclesFor(facet: { group: string } | { region: string }) {
  return readList(
    { group: null, region: null, authority: null, status: null, query: '', ...facet },
    1,
  )
}

export async function loadUnsolved() {
  const none = { group: null, region: null, authority: null, query: '' }
  const [open, raised] = await Promise.all([
    readList({ ...none, status: 'open' }, 1),
    readList({ ...none, status: 'raised' }, 1),
  ])
  return { obstacles: [...open.obstacles, ...raised.obstacles], total: open.total + raised.total }
}

export const loadObstacle = cache(async (slug: string): Promise<ObstacleView> => {
  const found = (await readOne(slug)) ?? notFound()
  if ('movedTo' in found)
    return permanentRedirect({
      href: { pathname: '/obstacles/[slug]', params: { slug: found.movedTo } },
      locale: await getLocale(),
    })
  return found
})

export async function loadObstacleRights(obstacle: ObstacleView) {
  const reader = await loadReader()
  if (!reader) return { signedIn: false, mayEdit: false, linkable: [], linked: [] }
  const target = { organisationId: obstacle.organisationId, councilIds: await listCouncilIds() }
  const organisations = organisationsWhere(reader, (id) => canLink(reader, id)).map(({ id }) => id)
  const named = new Set(obstacle.initiatives.map(({ id }) => id))
  const linkable =
    organisations.length === 0
      ? []
      : (await listOwnInitiatives(organisations)).filter(({ id }) => !named.has(id))
  return {
    signedIn: true,
    mayEdit: canEdit(reader, target),
    linkable,
    linked: obstacle.initiatives.filter(({ organisationId }) => canLink(reader, organisationId)),
  }
}

export async function loadMayName(organisationId: string): Promise<boolean> {
  return canLink(await loadReader(), organisationId)
}

export async function loadNewObstacle(returnTo: string) {
  const actor = await requireActorPage(returnTo)
  const organisations = organisationsWhere(actor, (id) => canAdd(actor, id))
  if (organisations.length === 0) notFound()
  const [options, initiatives] = await Promise.all([
    loadEditingOptions(),
    listOwnInitiatives(organisations.map(({ id }) => id)),
  ])
  return { organisations, options, initiatives }
}

export const loadObstacleWork = cache(async (slug: string, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const obstacle = await getObstacle(slug)
  if (!obstacle || 'movedTo' in obstacle) notFound()
  const target = await getObstacleTarget(obstacle.id)
  if (!target || !canEdit(actor, target)) notFound()
  const mayMerge = canCurate(actor, target)
  return {
    obstacle,
    mayMerge,
    duplicates: mayMerge ? await listLikelyDuplicates(obstacle.title, obstacle.id) : [],
    options: await loadEditingOptions(),
  }
})

export async function loadAdvice(slugs: readonly string[], returnTo: string) {
  const actor = await requireActorPage(returnTo)
  if (!canCurate(actor, { councilIds: await listCouncilIds() })) notFound()
  return {
    chosen: await listChosenObstacles(slugs),
    signer: signingOrganisation(actor)?.name ?? actor.name,
  }
}

export async function loadAdviceDocument(slugs: readonly string[]) {
  const reader = await loadReader()
  if (!reader || !canCurate(reader, { councilIds: await listCouncilIds() })) return null
  return {
    chosen: await listChosenObstacles(slugs),
    signer: signingOrganisation(reader)?.name ?? null,
  }
}
