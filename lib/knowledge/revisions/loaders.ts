import 'server-only'
import { cache } from 'react'
import { notFound } from 'next/navigation'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { workingFor } from '@/lib/people/accounts/working-for.rules'
import { isModerator } from '@/lib/people/accounts/policy'
import type { Actor } from '@/lib/people/accounts/types'
import { getRegionGraph } from '@/lib/base/regions/data'
import { cached } from '@/lib/base/cache/cached'
import { getRevisionDraft, listRevisionsOf, listSubmitted } from './data'
import { listEditingOptions } from './options.data'
import { canCreate, canDecide, canReview, canEdit, canRead, canWithdraw } from './policy'
import { getReviewTarget, hasWriters, listReviewers } from './reviewers.data'
import { reviewerNames } from './reviewers.rules'
import { DONE_ACTS, type DoneAct, type RevisionDone } from './types'

export const loadRevision = cache(async (revisionId: string, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const [draft, graph] = await Promise.all([getRevisionDraft(revisionId), getRegionGraph()])
  if (!draft || !canRead(actor, draft)) notFound()
  return {
    actor,
    draft,
    may: {
      edit: canEdit(actor, draft),
      withdraw: canWithdraw(actor, draft),
      decide: canDecide(actor, draft, graph),
      // Also of a published version, which nobody edits.
      seeReadings: canCreate(actor, draft.organisationId),
    },
  }
})

export async function loadRevisionWork(actor: Actor) {
  const own = workingFor(actor)
    .memberships.filter(({ role }) => role !== 'assessor')
    .map(({ organisationId }) => organisationId)
  const graph = await getRegionGraph()
  const [drafts, submitted] = await Promise.all([
    own.length > 0 ? listRevisionsOf(own) : [],
    isModerator(actor) ? listSubmitted((target) => canReview(actor, target, graph)) : [],
  ])
  return { drafts, submitted }
}

const isDoneAct = (text: string | undefined): text is DoneAct =>
  text !== undefined && Object.hasOwn(DONE_ACTS, text)

/** What just happened to a version; null when the address says what is not so, or not for them. */
export async function loadRevisionDone(
  actor: Actor,
  act: string | undefined,
  revisionId: string | undefined,
): Promise<RevisionDone | null> {
  if (!isDoneAct(act) || revisionId === undefined) return null
  const draft = await getRevisionDraft(revisionId)
  if (!draft || draft.status !== DONE_ACTS[act] || !canRead(actor, draft)) return null
  const found =
    act === 'ingediend'
      ? (await listReviewers(await getReviewTarget(revisionId))).filter(
          ({ id }) => id !== actor.userId,
        )
      : []
  return {
    act,
    title: draft.content.title,
    slug: draft.slug,
    organisationName: draft.organisationName,
    hasEditors: await hasWriters(draft.organisationId),
    reviewers: act === 'ingediend' && found.length === 0 ? null : reviewerNames(found),
  }
}

export const loadEditingOptions = cached('editing-options', listEditingOptions)
