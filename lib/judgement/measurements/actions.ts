'use server'
import type { MeasuringTarget } from './types'
import type { z } from 'zod'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { runAction } from '@/lib/base/http/action'
import {
  type ActionResult,
  conflict,
  type FormValues,
  invalidField,
  saved,
  type Saved,
} from '@/lib/base/http/action-result'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { createLimit } from '@/lib/base/http/rate-limit'
import { invalidateContent } from '@/lib/base/cache/cached'
import { readSentFile, type SentFile } from '@/lib/base/http/sent-file'
import { getMeasuringTarget, listInitiativeIndicators } from './data'
import { saveIndicator, saveMeasurement } from './mutations'
import { canMeasure } from './policy'
import {
  indicatorSchema,
  indicatorValues,
  measurementSchema,
  targetSchema,
  twoWayErrors,
} from './schema'

export interface SavedMeasurement extends Saved {
  /** A percentage was saved without a number of people. */
  advice?: 'withoutN'
}

type Result = ActionResult<SavedMeasurement>

const savedWith = (withoutN: boolean): Result => ({
  status: 'ok',
  data: { ...saved().data, ...(withoutN && { advice: 'withoutN' }) },
})

/** Files are permanent, so uploads are limited. */
const uploads = createLimit({ name: 'source-file', points: 30, windowSeconds: 3_600 })

interface Work<Input> {
  actor: Actor
  target: MeasuringTarget
  input: Input
  values: FormValues
  file: SentFile | null
}

const faultOf = (file: Awaited<ReturnType<typeof readSentFile>>) =>
  file && 'fault' in file ? file.fault : null

/** Browsers never refill a file field, so the file must be chosen again. */
const withFileError = <Invalid extends { fieldErrors: Record<string, string[]> }>(
  invalid: Invalid,
  problem: string,
) => ({ ...invalid, fieldErrors: { ...invalid.fieldErrors, sourceFile: [problem] } })

/** Checks the actor, target and form, runs the body, and invalidates pages. */
async function runForm<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  body: (work: Work<z.infer<Schema>>) => Promise<Result>,
): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async () => {
    const actor = await requireActor()
    const about = targetSchema.safeParse(values)
    const target = about.success ? await getMeasuringTarget(about.data.initiativeId) : null
    if (!target || !canMeasure(actor, target)) throw new AppError('NOT_FOUND')
    const input = schema.safeParse({ ...values, initiativeId: target.initiativeId })
    const file = await readSentFile(form, 'sourceFile')
    const fault = faultOf(file)
    if (!input.success || fault !== null) {
      const invalid = input.success
        ? { status: 'invalid' as const, fieldErrors: {}, formErrors: [], values }
        : invalidResult(input.error, values)
      return file === null ? invalid : withFileError(invalid, fault ?? 'fileAgain')
    }
    if (file && !(await uploads.consume(actor.userId)).allowed) throw new AppError('RATE_LIMITED')
    const result = await body({
      actor,
      target,
      input: input.data,
      values,
      file: file && 'kind' in file ? file : null,
    })
    if (result.status === 'ok') invalidateContent()
    return result
  })
}

export async function saveIndicatorAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, indicatorSchema, async ({ actor, target, input, values }) => {
    const unclear = twoWayErrors(values, ['baselineValue', 'targetValue'], input.unit)
    if (Object.keys(unclear).length > 0)
      return { status: 'invalid', fieldErrors: unclear, formErrors: [], values }
    const result = await saveIndicator({ indicator: input, actorId: actor.userId })
    if (result === 'saved') return saved()
    if (result === 'unitFixed') return invalidField('unit', 'unitFixed', values)
    const theirs = (await listInitiativeIndicators(target.initiativeId)).find(
      (indicator) => indicator.id === input.indicatorId,
    )
    if (!theirs) throw new AppError('NOT_FOUND')
    return conflict(values, indicatorValues(theirs), theirs.version)
  })
}

export async function saveMeasurementAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    measurementSchema(todayInNetherlands(new Date())),
    async ({ actor, target, input, values, file }) => {
      const indicator = (await listInitiativeIndicators(target.initiativeId)).find(
        (row) => row.id === input.measuredIndicatorId,
      )
      const unclear = twoWayErrors(values, ['value'], indicator?.unit ?? '')
      if (Object.keys(unclear).length > 0)
        return {
          status: 'invalid',
          fieldErrors: { ...unclear, ...(file !== null && { sourceFile: ['fileAgain'] }) },
          formErrors: [],
          values,
        }
      await saveMeasurement({ measurement: input, file, actorId: actor.userId })
      return savedWith(indicator?.unit === '%' && input.n === null)
    },
  )
}
