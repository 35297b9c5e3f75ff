import 'server-only'
import { cache } from 'react'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { loadReader, requireActorPage } from '@/lib/people/accounts/loaders'
import { organisationsOf, organisationsWhere } from '@/lib/people/accounts/working-for.rules'
import { isModerator } from '@/lib/people/accounts/policy'
import { getQuestion } from '@/lib/exchange/learning/data'
import type { AskedQuestion } from '@/lib/exchange/learning/types'
import { cached } from '@/lib/base/cache/cached'
import { isSlug } from '@/lib/base/text/text'
import { getCallBySlug, listCalls, listOwnInitiatives, listReports } from './data'
import { listMatches } from './matches.data'
import { listPostRegions, listRegionCalls } from './region.data'
import { canEdit, canEnd, canModerate, canPost, canRead, canReply, canReport } from './policy'
import type { CallReportView, CallSummary, CallView } from './types'

export const loadCalls = cached('calls', async (): Promise<CallSummary[]> => listCalls({}))

export const loadRegionCalls = cached('region-calls', listRegionCalls)

const matchesOf = cached('call-matches', listMatches)

export async function loadMatches(call: CallView) {
  const slugs = (vocabulary: string) =>
    call.terms.filter((term) => term.vocabulary === vocabulary).map(({ slug }) => slug)
  return matchesOf({
    title: call.title,
    organisationId: call.organisationId,
    regionSlug: call.region.slug,
    terms: {
      target_group: slugs('target_group'),
      sector: slugs('sector'),
      instrument: slugs('instrument'),
    },
  })
}

export async function loadCallRight(): Promise<{
  signedIn: boolean
  mayPost: boolean
  reports: CallReportView[]
}> {
  const reader = await loadReader()
  return {
    signedIn: reader !== null,
    mayPost:
      reader?.memberships.some(({ organisationId }) => canPost(reader, organisationId)) ?? false,
    reports: isModerator(reader) ? await listReports() : [],
  }
}

export const loadCall = cache(async (slug: string) => {
  const [call, reader] = await Promise.all([
    isSlug(slug) ? getCallBySlug(slug) : null,
    loadReader(),
  ])
  if (!call || !canRead(reader, call)) notFound()
  const organisations = reader ? organisationsWhere(reader, (id) => canReply(reader, call, id)) : []
  const moderate = canModerate(reader, call.organisationId)
  const replies = call.replies
    .filter(
      (reply) =>
        reply.hiddenReason === null ||
        canModerate(reader, reply.organisationId) ||
        organisationsOf(reader ?? { memberships: [] }).some(
          ({ id }) => id === reply.organisationId,
        ),
    )
    .map((reply) => ({ ...reply, mayModerate: canModerate(reader, reply.organisationId) }))
  return {
    call,
    replies,
    organisations,
    signedIn: reader !== null,
    mayEdit: canEdit(reader, call),
    mayEnd: canEnd(reader, call),
    mayReport: canReport(reader, call),
    mayModerate: moderate,
    reports: isModerator(reader) ? await listReports(call.id) : [],
    own:
      organisations.length > 0 ? await listOwnInitiatives(organisations.map(({ id }) => id)) : [],
  }
})

export async function loadPostRegions(returnTo: string) {
  const actor = await requireActorPage(returnTo)
  const regions = await listPostRegions(
    organisationsWhere(actor, (id) => canPost(actor, id)).map(({ id }) => id),
  )
  if (regions.length === 0) notFound()
  return regions
}

export async function loadLearningOf(
  id: string | undefined,
  regions: readonly { id: string }[],
): Promise<AskedQuestion | null> {
  const question = z.uuid().safeParse(id).success && id !== undefined ? await getQuestion(id) : null
  return question && regions.some((region) => region.id === question.region.id) ? question : null
}

export async function loadCallToEdit(slug: string, returnTo: string) {
  const actor = await requireActorPage(returnTo)
  const call = isSlug(slug) ? await getCallBySlug(slug) : null
  if (!call || !canEdit(actor, call)) notFound()
  return { call, regions: await listPostRegions([call.organisationId]) }
}
