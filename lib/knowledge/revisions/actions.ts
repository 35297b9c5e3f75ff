'use server'
import { refresh } from 'next/cache'
import { getLocale } from 'next-intl/server'
import type { z } from 'zod'
import { redirect } from '@/i18n/navigation'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { runAction } from '@/lib/base/http/action'
import {
  type ActionResult,
  conflict,
  type FormValues,
  invalidForm,
} from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult, nestRows } from '@/lib/base/http/form-data'
import { getOrganisationOfInitiative, getRevisionDraft } from './data'
import { saveNewInitiative, startRevision, submitRevision, withdrawRevision } from './mutations'
import { saveDraft } from './drafts.mutations'
import { canCreate, canEdit, canWithdraw } from './policy'
import {
  completeness,
  isPart,
  partValues,
  STEP_LINES,
  valuesOfPart,
  type Part,
} from './parts.rules'
import { isComplete, missingForSubmission, needsChangeReason } from './rules'
import { draftSchema, newInitiativeSchema, revisionTargetSchema } from './schema'
import type { DoneAct, DraftContent, RevisionDraft } from './types'

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

/** The page that asks what changed and why, and hands in. */
async function showSubmission(id: string): Promise<never> {
  return redirect({
    href: { pathname: '/workspace/initiatives/[id]/submit', params: { id } },
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
  const { revisionId, version, intent, part, ...fields } = values
  if (!isPart(part)) throw new AppError('NOT_FOUND')
  return { control: { revisionId, version }, intent, part, fields }
}

const isFurther = (before: DraftContent, after: DraftContent) =>
  JSON.stringify(completeness(before)) !== JSON.stringify(completeness(after))

/** An error of a step belongs to the lines in which the first part shows the steps. */
function invalidPart(error: z.ZodError, part: Part, values: FormValues) {
  const invalid = invalidResult(error, values)
  if (part !== 'basis' || values[STEP_LINES] === undefined) return invalid
  const names = Object.entries(invalid.fieldErrors).map(
    ([name, keys]) => [name.startsWith('steps') ? STEP_LINES : name, keys] as const,
  )
  return { ...invalid, fieldErrors: Object.fromEntries(names) }
}

/** Typed text is saved first, so that submitting incomplete input never loses it. */
export async function saveDraftAction(
  _previous: ActionResult<SavedDraft>,
  form: FormData,
): Promise<ActionResult<SavedDraft>> {
  const values = formValues(form)
  return runAction(values, async () => {
    const actor = await requireActor()
    const { control, intent, part, fields } = splitControl(values)
    const { revisionId, version } = parseTarget(control)
    const stored = await loadTarget(revisionId, actor, canEdit)
    const input = draftSchema.safeParse(nestRows(partValues(stored.content, part, fields)))
    if (!input.success) return invalidPart(input.error, part, values)

    const saved = await saveDraft({
      revisionId,
      version,
      content: input.data,
      actorId: actor.userId,
    })
    if (saved === 'conflict') {
      const theirs = await loadTarget(revisionId, actor, canEdit)
      return conflict(values, valuesOfPart(theirs.content, part), theirs.version)
    }
    if (intent === 'submit') return submitSaved({ revisionId, version: saved, actor, values })
    if (intent === 'preview') {
      return redirect({
        href: { pathname: '/workspace/initiatives/[id]/preview', params: { id: revisionId } },
        locale: await getLocale(),
      })
    }
    if (intent === 'back') return showRevision(revisionId)
    // A form that saved itself needs the page around it only for what is still missing.
    if (intent !== undefined || isFurther(stored.content, input.data)) refresh()
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
  if (needsChangeReason(draft.number)) return showSubmission(revisionId)
  await submitRevision({ revisionId, version, from: draft.status, actorId: actor.userId })
  return showDone('ingediend', revisionId)
}

/** Hands in what was saved, from the preview. */
export async function submitDraftAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const actor = await requireActor()
    const { revisionId, version } = parseTarget(values)
    const draft = await loadTarget(revisionId, actor, canEdit)
    if (!isComplete(draft.content)) return invalidForm('submitIncomplete', values)
    if (needsChangeReason(draft.number)) return showSubmission(revisionId)
    await submitRevision({ revisionId, version, from: draft.status, actorId: actor.userId })
    return showDone('ingediend', revisionId)
  })
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
