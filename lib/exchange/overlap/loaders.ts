import 'server-only'
import { cache } from 'react'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { organisationsOf, workingFor } from '@/lib/people/accounts/working-for.rules'
import { currentActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { cached } from '@/lib/base/cache/cached'
import { canRead } from '@/lib/knowledge/revisions/policy'
import type { RevisionDraft } from '@/lib/knowledge/revisions/types'
import {
  getJoining,
  getOther,
  listChoices,
  listConsulted,
  listVariants,
  listPendingJoins,
} from './data'
import { listLookalikes } from './lookalikes.data'
import { canReadJoining, canReply, draftScope } from './policy'
import { joinState, textOf } from './rules'
import type { ChoiceMade, JoiningRow, Lookalike } from './types'

/** The caller checked the right to this version; drafts of others are filtered again here. */
export async function loadLookalikes(
  draft: Pick<RevisionDraft, 'id' | 'initiativeId' | 'content'>,
): Promise<Lookalike[]> {
  const actor = await currentActor()
  const found = await listLookalikes(
    {
      revisionId: draft.id,
      initiativeId: draft.initiativeId,
      title: draft.content.title,
      text: textOf(draft.content),
    },
    actor ? draftScope(actor) : { organisationIds: [], seesSubmitted: false },
  )
  return found.filter(
    (one) => one.draft === null || canRead(actor, { ...one.draft, createdById: null }),
  )
}

/** A moderator sees no name of what they may not open. */
export async function loadChoices(initiativeId: string): Promise<ChoiceMade[]> {
  const [actor, choices] = await Promise.all([currentActor(), listChoices(initiativeId)])
  return choices.map(({ other, ...decided }) => {
    const visible =
      other.draft === null ||
      canRead(actor, {
        organisationId: other.organisationId,
        status: other.draft.status,
        createdById: null,
      })
    return {
      ...decided,
      otherId: other.initiativeId,
      title: visible ? other.title : null,
      slug: visible && other.draft === null ? other.slug : null,
      revisionId: visible ? (other.draft?.revisionId ?? null) : null,
    }
  })
}

/** For pages of the draft itself, whose loader judges the right to see it. */
export const loadConsulted = listConsulted

export const loadVariants = cached('variants', listVariants)

export const loadJoining = cache(async (id: string, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const joining = z.uuid().safeParse(id).success ? await getJoining(id) : null
  if (!joining || !canReadJoining(actor, joining)) notFound()
  const other = await getOther(joining.other.initiativeId)
  const state = joinState(joining)
  const asked = canReply(actor, joining)
  return {
    joining,
    state,
    asked,
    mayReply: asked && state === 'pending',
    otherDraft: other?.draft ?? null,
  }
})

export async function loadPendingJoins(actor: Actor): Promise<JoiningRow[]> {
  return listPendingJoins(
    organisationsOf(workingFor(actor))
      .map(({ id }) => id)
      .filter((organisationId) => canReply(actor, { ownerOrganisationId: organisationId })),
  )
}
