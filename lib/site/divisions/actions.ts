'use server'
import {
  type ActionResult,
  type FormValues,
  invalidField,
  invalidForm,
  type Saved,
} from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { readSheetRows, SheetError } from '@/lib/base/files/sheets'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { canManageVocabularies } from '@/lib/site/vocabularies/policy'
import { getKnown } from './data'
import { moveOrganisation, saveDivision } from './mutations'
import { linesOf, MAX_LINES, readDivision } from './rules'
import { divisionSchema, moveSchema } from './schema'
import type { DivisionFault, DivisionPlan } from './types'

/** What a file would change, or changed. */
export interface DivisionOutcome {
  faults: DivisionFault[]
  plan: DivisionPlan | null
  isSaved: boolean
  /** What the form shows: the lines that were checked, or none when they were taken in. */
  values: FormValues
}

const rules = {
  actor: requireActor,
  load: () => Promise.resolve(true),
  can: (actor: Actor) => canManageVocabularies(actor),
  shows: 'page' as const,
}

/** The rows of a file as lines; null for one that cannot be read. */
async function linesIn(content: Uint8Array): Promise<string | null> {
  try {
    const rows = await readSheetRows(Buffer.from(content))
    return linesOf(rows.slice(0, MAX_LINES + 1).map(({ cells }) => cells))
  } catch (error) {
    if (error instanceof SheetError) return null
    throw error
  }
}

/** Shows what a division would change; sent again with the same lines, it takes them in. */
export async function saveDivisionAction(
  _previous: ActionResult<DivisionOutcome | Saved>,
  form: FormData,
): Promise<ActionResult<DivisionOutcome | Saved>> {
  return runForm<Actor, boolean, typeof divisionSchema, DivisionOutcome>(
    form,
    { ...rules, schema: divisionSchema, file: 'file', skipRepeat: true },
    async (input, { actor, submission, values: typed, file }) => {
      const found = file ? await linesIn(file.content) : ''
      if (found === null) return invalidField('file', 'workbook', typed)
      const lines = (found === '' ? input.lines : found).replaceAll('\r\n', '\n')
      if (lines.trim() === '') return invalidField('file', 'required', typed)
      if (lines.split('\n').length > MAX_LINES) return invalidField('lines', 'tooManyLines', typed)
      const values = { ...typed, lines }
      const now = new Date()
      const outcome = readDivision(lines, await getKnown(now))
      const none = { faults: [], plan: null, isSaved: false, values }
      if ('faults' in outcome)
        return { status: 'ok', data: { ...none, faults: outcome.faults.slice(0, 200) } }
      const { plan } = outcome
      if (input.checked?.replaceAll('\r\n', '\n') !== lines)
        return { status: 'ok', data: { ...none, plan } }
      if (!(await saveDivision({ actorId: actor.userId, submission }, lines, now)))
        return invalidForm('WRONG_STATE', values)
      return {
        status: 'ok',
        data: { ...none, plan, isSaved: true, values: { ...values, lines: '' } },
      }
    },
  )
}

export async function moveOrganisationAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  return runForm(form, { ...rules, schema: moveSchema }, async (input, { actor, values }) =>
    (await moveOrganisation(actor.userId, input)) ? null : invalidForm('WRONG_STATE', values),
  )
}
