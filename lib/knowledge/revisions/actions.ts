'use server'
import { refresh } from 'next/cache'
import { getLocale } from 'next-intl/server'
import { redirect } from '@/i18n/navigation'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { runAction } from '@/lib/base/http/action'
import { type ActionResult, conflict, type FormValues } from '@/lib/base/http/action-result'
import { getRegionGraph } from '@/lib/base/regions/data'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult, nestRows } from '@/lib/base/http/form-data'
import { invalidateContent } from '@/lib/base/cache/cached'
import { getOrganisationOfInitiative, getRevisionDraft } from './data'
import {
  publishRevision,
  returnRevision,
  saveNewInitiative,
  startRevision,
  submitRevision,
  withdrawRevision,
} from './mutations'
import { saveDraft } from './drafts.mutations'
import { canCreate, canDecide, canEdit, canWithdraw } from './policy'
import { contentToValues, missingForSubmission } from './rules'
import { draftSchema, newInitiativeSchema, returnSchema, revisionTargetSchema } from './schema'
import type { DoneAct, RevisionDraft } from './types'

export interface SavedDraft {
  version: number
  savedAt: string
  values: FormValues
}

/** The version, when this person may do this. Missing and forbidden look the same. */
async function loadTarget(
  revisionId: string,
  actor: Actor,
  can: (actor: Actor, draft: RevisionDraft) => boolean,
): Promise<RevisionDraft> {
  const draft = await getRevisionDraft(revisionId)
  if (!draft || !can(actor, draft)) throw new AppError('NOT_FOUND')
  return draft
}

/** Anything our own forms would not send is an unknown version. */
function parseTarget(values: Record<string, unknown>) {
  const target = revisionTargetSchema.safeParse({
    revisionId: values.revisionId,
    version: values.version,
  })
  if (!target.success) throw new AppError('NOT_FOUND')
  return target.data
}

async function showRevision(id: string): Promise<never> {
  return redirect({
    href: { pathname: '/workspace/initiatives/[id]', params: { id } },
    locale: await getLocale(),
  })
}

/** The workspace, which says what happened and what happens next. */
async function showDone(done: DoneAct, about: string): Promise<never> {
  return redirect({
    href: { pathname: '/workspace', query: { gedaan: done, over: about } },
    locale: await getLocale(),
  })
}

/** Who decides depends on the regions of both. */
async function deciding() {
  const graph = await getRegionGraph()
  return (actor: Actor, draft: RevisionDraft) => canDecide(actor, draft, graph)
}

async function requireVersion(
  values: FormValues,
  can: (actor: Actor, draft: RevisionDraft) => boolean,
) {
  const actor = await requireActor()
  const { revisionId, version } = parseTarget(values)
  const { status } = await loadTarget(revisionId, actor, can)
  return { revisionId, version, from: status, actorId: actor.userId }
}

export async function createInitiativeAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async (submission) => {
    const actor = await requireActor()
    const input = newInitiativeSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    if (!canCreate(actor, input.data.organisationId)) throw new AppError('NOT_FOUND')
    const { revisionId } = await saveNewInitiative({
      ...input.data,
      actorId: actor.userId,
      submission,
    })
    return showRevision(revisionId)
  })
}

function splitControl(values: FormValues) {
  const { revisionId, version, intent, ...content } = values
  return { control: { revisionId, version }, intent, content: nestRows(content) }
}

/** Typed text is saved first, so that submitting incomplete input never loses it. */
export async function saveDraftAction(
  _previous: ActionResult<SavedDraft>,
  form: FormData,
): Promise<ActionResult<SavedDraft>> {
  const values = formValues(form)
  return runAction(values, async () => {
    const actor = await requireActor()
    const { control, intent, content } = splitControl(values)
    const { revisionId, version } = parseTarget(control)
    await loadTarget(revisionId, actor, canEdit)
    const input = draftSchema.safeParse(content)
    if (!input.success) return invalidResult(input.error, values)

    const saved = await saveDraft({
      revisionId,
      version,
      content: input.data,
      actorId: actor.userId,
    })
    if (saved === 'conflict') {
      const theirs = await loadTarget(revisionId, actor, canEdit)
      return conflict(values, contentToValues(theirs.content), theirs.version)
    }
    if (intent === 'submit') return submitSaved({ revisionId, version: saved, actor, values })
    if (intent === 'preview') {
      return redirect({
        href: { pathname: '/workspace/initiatives/[id]/preview', params: { id: revisionId } },
        locale: await getLocale(),
      })
    }
    refresh()
    return { status: 'ok', data: { version: saved, savedAt: new Date().toISOString(), values } }
  })
}

async function submitSaved(input: {
  revisionId: string
  version: number
  actor: Actor
  values: FormValues
}): Promise<ActionResult<SavedDraft>> {
  const { revisionId, version, actor, values } = input
  const draft = await loadTarget(revisionId, actor, canEdit)
  const fieldErrors = missingForSubmission(draft.content)
  if (Object.keys(fieldErrors).length > 0) {
    return {
      status: 'invalid',
      fieldErrors,
      formErrors: ['savedButIncomplete'],
      values: { ...values, version: String(version), savedAt: new Date().toISOString() },
    }
  }
  await submitRevision({ revisionId, version, from: draft.status, actorId: actor.userId })
  return showDone('ingediend', revisionId)
}

export async function startRevisionAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const actor = await requireActor()
    const initiativeId = String(values.initiativeId ?? '')
    const organisationId = await getOrganisationOfInitiative(initiativeId)
    if (organisationId === null || !canCreate(actor, organisationId))
      throw new AppError('NOT_FOUND')
    const { revisionId } = await startRevision({ initiativeId, actorId: actor.userId })
    return showRevision(revisionId)
  })
}

export async function withdrawAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const change = await requireVersion(values, canWithdraw)
    await withdrawRevision(change)
    return showRevision(change.revisionId)
  })
}

export async function publishAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const change = await requireVersion(values, await deciding())
    await publishRevision(change)
    invalidateContent()
    return showDone('gepubliceerd', change.revisionId)
  })
}

export async function returnAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const actor = await requireActor()
    const input = returnSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const { revisionId, version, reason } = input.data
    const { status } = await loadTarget(revisionId, actor, await deciding())
    await returnRevision({ revisionId, version, from: status, reason, actorId: actor.userId })
    return showDone('teruggegeven', revisionId)
  })
}
