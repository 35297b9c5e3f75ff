'use server'
import { updateTag } from 'next/cache'
import { requireActor } from '@/lib/accounts/session'
import type { Actor } from '@/lib/accounts/types'
import { runAction } from '@/lib/platform/action'
import type { ActionResult, FormValues } from '@/lib/platform/action-result'
import { AppError } from '@/lib/platform/errors'
import { formValues, invalidResult, nestRows } from '@/lib/platform/form-data'
import { getRegionGraph } from '@/lib/regions/data'
import { regionFamily, sharesRegion } from '@/lib/regions/rules'
import { getAssessmentTarget, getOwnAssessment, listCriteria, listOwnStates, ROUND } from './data'
import { saveAssessment } from './mutations'
import { canAssess, canSelfScore, judgingOrganisation } from './policy'
import { assessmentValues, missingForAssessment } from './rules'
import { assessmentSchema, assessmentTargetSchema } from './schema'
import type { AssessmentKind, AssessmentTarget } from './types'

export interface SavedAssessment {
  version: number
  /** ISO time of the save, for "Opgeslagen om 14.05 uur". */
  savedAt: string
  submitted: boolean
  /** What was saved, so that the form keeps showing it. */
  values: FormValues
}

type Result = ActionResult<SavedAssessment>

/** The initiative, when this person may judge it now. Missing, forbidden and draft look the same; handed in is WRONG_STATE. */
async function loadTarget(slug: string, kind: AssessmentKind, actor: Actor): Promise<AssessmentTarget> {
  const target = await getAssessmentTarget(slug)
  if (!target) throw new AppError('NOT_FOUND')
  const shares = sharesRegion(new Set(actor.regionIds), regionFamily(await getRegionGraph(), target.regionIds))
  const may = kind === 'self' ? canSelfScore : canAssess
  if (!may(actor, { organisationId: target.organisationId, sharesRegion: shares, submitted: false })) throw new AppError('NOT_FOUND')
  const states = await listOwnStates(actor.userId, [target.initiativeId], kind)
  if (states.get(target.initiativeId) === 'submitted') throw new AppError('WRONG_STATE')
  return target
}

/** Saves the form as a draft; with intent "submit" it is handed in when every criterion has a choice and a reason. */
export async function saveAssessmentAction(_previous: Result, form: FormData): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (): Promise<Result> => {
    const actor = await requireActor()
    const { slug, kind, version, intent, ...fields } = values
    const about = assessmentTargetSchema.safeParse({ slug, kind, version })
    if (!about.success) throw new AppError('NOT_FOUND')
    const target = await loadTarget(about.data.slug, about.data.kind, actor)
    const side = judgingOrganisation(actor, about.data.kind, target.organisationId)
    if (!side) throw new AppError('NOT_FOUND')
    const input = assessmentSchema.safeParse(nestRows(fields))
    if (!input.success) return invalidResult(input.error, values)
    const missing = intent === 'submit' ? missingForAssessment(input.data.scores) : {}
    const submit = intent === 'submit' && Object.keys(missing).length === 0
    const saved = await saveAssessment({
      ...side, ...input.data, submit, initiativeId: target.initiativeId, revisionId: target.revisionId, kind: about.data.kind, round: ROUND,
      actorId: actor.userId, version: about.data.version,
    })
    if (saved === 'conflict') {
      const [criteria, theirs] = await Promise.all([listCriteria(), getOwnAssessment(actor.userId, target.initiativeId, about.data.kind)])
      return { status: 'conflict', values, theirs: assessmentValues(criteria, theirs), theirVersion: theirs?.version ?? 0 }
    }
    if (intent === 'submit' && !submit) return { status: 'invalid', fieldErrors: missing, formErrors: ['assessmentSavedIncomplete'], values: { ...values, version: String(saved) } }
    if (submit) {
      updateTag('initiatives')
      updateTag(`initiative:${target.initiativeId}`)
    }
    return { status: 'ok', data: { version: saved, savedAt: new Date().toISOString(), submitted: submit, values } }
  })
}
