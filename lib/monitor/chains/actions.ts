'use server'
import type { z } from 'zod'
import { requireActor } from '@/lib/people/accounts/session'
import { runAction } from '@/lib/base/http/action'
import type { ActionResult, FormValues } from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { parseDutchNumber } from '@/lib/base/text/number'
import { invalidateContent } from '@/lib/base/cache/cached'
import { openSheet, SheetError, takeRows } from '@/lib/base/files/sheets'
import { cleanText } from '@/lib/base/text/text'
import { getGoalRegionId, listGoals } from '@/lib/monitor/policies/data'
import { saveFunding, saveGoal, saveMeasure } from '@/lib/monitor/policies/mutations'
import { canEditRegionPolicy, owningOrganisation } from '@/lib/monitor/policies/policy'
import { fundingValues, goalValues, measureValues } from '@/lib/monitor/policies/schema'
import { getRegionGraph } from '@/lib/base/regions/data'
import { getMeasureFunding } from './data'
import {
  addNationalGoals,
  copyYear,
  importRows,
  moveGoal,
  placeGoal,
  removePart,
} from './mutations'
import {
  chainFundingSchema,
  chainGoalSchema,
  chainMeasureSchema,
  copySchema,
  IMPORT_COLUMNS,
  importRowSchema,
  importSchema,
  MAX_IMPORT_ROWS,
  moveSchema,
  placeSchema,
  regionSchema,
  removeSchema,
  templateSchema,
} from './schema'
import type { ImportRow, RowFault } from './types'

type Result = ActionResult<{ savedAt: string }>

interface Work {
  actorId: string
  regionId: string
  organisationId: string | null
  values: FormValues
}

const saved = (): Result => ({ status: 'ok', data: { savedAt: new Date().toISOString() } })
const conflict = (values: FormValues): Result => ({ status: 'error', code: 'CONFLICT', values })

/** Who asks and for which region; strangers learn nothing. */
async function requireRegion(values: FormValues): Promise<Work> {
  const actor = await requireActor()
  const about = regionSchema.safeParse(values)
  const graph = await getRegionGraph()
  if (!about.success || !canEditRegionPolicy(actor, about.data, graph))
    throw new AppError('NOT_FOUND')
  return {
    actorId: actor.userId,
    regionId: about.data.regionId,
    organisationId: owningOrganisation(actor, about.data.regionId, graph),
    values,
  }
}

async function runForm<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  body: (input: z.infer<Schema>, work: Work) => Promise<Result>,
): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async () => {
    const work = await requireRegion(values)
    const input = schema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const result = await body(input.data, work)
    if (result.status === 'ok') invalidateContent()
    return result
  })
}

/** Adds or changes a goal of the region. */
export async function saveChainGoalAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    chainGoalSchema,
    async ({ regionId, ...goal }, { actorId, organisationId, values }) => {
      if (
        goal.goalRegionId !== regionId ||
        (goal.version !== undefined && (await getGoalRegionId(goal.goalId)) !== regionId)
      )
        throw new AppError('NOT_FOUND')
      if ((await saveGoal({ goal, organisationId, actorId })) !== 'conflict') return saved()
      const theirs = (await listGoals([regionId])).find(({ id }) => id === goal.goalId)
      if (!theirs) throw new AppError('NOT_FOUND')
      return {
        status: 'conflict',
        values,
        theirs: { ...goalValues(theirs), parentId: values.parentId ?? '' },
        theirVersion: theirs.version,
      }
    },
  )
}

/** Adds or changes a measure under a goal of the region. */
export async function saveChainMeasureAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    chainMeasureSchema,
    async ({ regionId, ...measure }, { actorId, values }) => {
      if ((await getGoalRegionId(measure.measureGoalId)) !== regionId)
        throw new AppError('NOT_FOUND')
      if ((await saveMeasure({ measure, actorId })) !== 'conflict') return saved()
      const theirs = (await listGoals([regionId]))
        .flatMap((goal) => goal.measures)
        .find(({ id }) => id === measure.measureId)
      if (!theirs) throw new AppError('NOT_FOUND')
      return {
        status: 'conflict',
        values,
        theirs: measureValues(theirs),
        theirVersion: theirs.version,
      }
    },
  )
}

/** Adds or changes a stream of money to a measure of the region. */
export async function saveChainFundingAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    chainFundingSchema,
    async ({ regionId, ...funding }, { actorId, values }) => {
      if ((await saveFunding({ funding, regionIds: [regionId], actorId })) !== 'conflict')
        return saved()
      const theirs = await getMeasureFunding(funding.fundingId)
      if (!theirs) throw new AppError('NOT_FOUND')
      return {
        status: 'conflict',
        values,
        theirs: fundingValues(theirs),
        theirVersion: theirs.version,
      }
    },
  )
}

/** Moves a goal one step up or down, or a level in or out. */
export async function moveGoalAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, moveSchema, async (input, { actorId, values }) =>
    (await moveGoal({ ...input, actorId })) === 'conflict' ? conflict(values) : saved(),
  )
}

/** Puts a goal right before another one, for who drags. */
export async function placeGoalAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, placeSchema, async (input, { actorId, values }) =>
    (await placeGoal({ ...input, actorId })) === 'conflict' ? conflict(values) : saved(),
  )
}

/** Removes a goal, measure or stream of money under which nothing hangs. */
export async function removePartAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, removeSchema, async (input, { actorId, values }) =>
    (await removePart({ ...input, actorId })) === 'conflict' ? conflict(values) : saved(),
  )
}

/** Carries the goals that ended last year on into this one. */
export async function copyYearAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, copySchema, async (input, { actorId }) => {
    await copyYear({ ...input, actorId })
    return saved()
  })
}

/** Starts the region with the national goals of the reform. */
export async function addNationalGoalsAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, templateSchema, async (input, { actorId, organisationId }) => {
    await addNationalGoals({ ...input, actorId, organisationId })
    return saved()
  })
}

export interface ImportOutcome {
  /** The rows as they were read; empty after they were written. */
  rows: ImportRow[]
  /** A message key of the errors per row and column. */
  faults: RowFault[]
  written: number
  /** The sheet of the workbook that was read, and all that can be. */
  sheet: string | null
  sheets: readonly string[]
}

/** The rows of an uploaded file, or the message key of why it cannot be read. */
async function readSheet(file: File, wanted: string | undefined) {
  try {
    const opened = await openSheet(Buffer.from(await file.arrayBuffer()), wanted)
    return { rows: await takeRows(opened), sheet: opened.sheet, sheets: opened.sheets }
  } catch (error) {
    if (error instanceof SheetError)
      return error.problem === 'sheetMissing' ? 'sheetMissing' : 'workbook'
    throw error
  }
}

const text = (cell: string | undefined) => cleanText(cell ?? '')

function rowOf(cells: readonly string[], row: number): ImportRow {
  const values = IMPORT_COLUMNS.map((_, index) => text(cells[index]))
  const [
    goal = '',
    parent = '',
    description = '',
    measure = '',
    instrument = '',
    responsible = '',
    provider = '',
    fundingType = '',
    amount = '',
    startsOn = '',
    endsOn = '',
  ] = values
  const bare = amount.replace(/^€\s*/, '').replace(/,(00|-)$/, '')
  return {
    row,
    goal,
    parent,
    description,
    measure,
    instrument,
    responsible,
    provider,
    fundingType,
    amount: parseDutchNumber(bare) ?? bare,
    startsOn: dayOf(startsOn),
    endsOn: dayOf(endsOn),
  }
}

/** 31-12-2026 as people type it becomes 2026-12-31; anything else stays, to be refused in the open. */
function dayOf(words: string): string {
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(words) ?? []
  return day === undefined || month === undefined || year === undefined
    ? words
    : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const columns = new Set<string>(IMPORT_COLUMNS)

function faultsOf(rows: readonly ImportRow[]): RowFault[] {
  return rows.flatMap((row) => {
    const parsed = importRowSchema.safeParse(row)
    return parsed.success
      ? []
      : parsed.error.issues.map((issue): RowFault => {
          const name = String(issue.path[0])
          return {
            row: row.row,
            column: columns.has(name) ? (name as keyof ImportRow) : 'goal',
            message: issue.message,
          }
        })
  })
}

const refuse = (values: FormValues, message: string) => ({
  status: 'invalid' as const,
  fieldErrors: { sheet: [message] },
  formErrors: [],
  values,
})

/** Says what a sheet would do, with everything that is wrong with any of its rows. */
async function lookAtSheet(
  file: File,
  { regionId, organisationId, actorId, values }: Work,
): Promise<ActionResult<ImportOutcome>> {
  const read = await readSheet(
    file,
    typeof values.sheetName === 'string' && values.sheetName !== '' ? values.sheetName : undefined,
  )
  if (typeof read === 'string') return refuse(values, read)
  const { sheet, sheets } = read
  const rows = read.rows
    .slice(1)
    .map(({ number, cells }) => rowOf(cells, number))
    .filter((row) => Object.values(row).some((cell) => typeof cell === 'string' && cell !== ''))
  if (rows.length > MAX_IMPORT_ROWS) return refuse(values, 'workbookLong')
  // With another sheet to choose, the answer keeps the choice in view.
  if (rows.length === 0 && sheets.length < 2) return refuse(values, 'workbookEmpty')
  const faults =
    rows.length === 0
      ? [{ row: 1, column: 'goal' as const, message: 'workbookEmpty' }]
      : await importRows({
          regionId,
          rows,
          shape: faultsOf(rows),
          organisationId,
          dry: true,
          actorId,
        })
  return { status: 'ok', data: { rows, faults, written: 0, sheet, sheets } }
}

/** Reads a sheet and says what it would do; with the rows of that answer it does it. Nothing is ever half written. */
export async function importChainAction(
  _previous: ActionResult<ImportOutcome>,
  form: FormData,
): Promise<ActionResult<ImportOutcome>> {
  const values = formValues(form)
  return runAction(values, async (submission) => {
    const work = await requireRegion(values)
    const { regionId, organisationId, actorId } = work
    const file = form.get('sheet')
    if (file instanceof File && file.size > 0) return lookAtSheet(file, work)
    if (typeof values.rows !== 'string') return refuse(values, 'workbook')
    const rows = importSchema.safeParse(parseJson(values.rows))
    if (!rows.success) throw new AppError('INVALID')
    const faults = await importRows({
      regionId,
      rows: rows.data,
      organisationId,
      dry: false,
      actorId,
      submission,
    })
    const none = { sheet: null, sheets: [] }
    if (faults.length > 0)
      return { status: 'ok', data: { rows: rows.data, faults, written: 0, ...none } }
    invalidateContent()
    return { status: 'ok', data: { rows: [], faults: [], written: rows.data.length, ...none } }
  })
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    // Only a page of ours writes this field; anything else is refused by the schema.
    return null
  }
}
