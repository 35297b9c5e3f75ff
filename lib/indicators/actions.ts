'use server'
import { updateTag } from 'next/cache'
import type { z } from 'zod'
import { requireActor } from '@/lib/accounts/session'
import type { Actor } from '@/lib/accounts/types'
import { runAction } from '@/lib/platform/action'
import type { ActionResult, FormValues } from '@/lib/platform/action-result'
import { todayInNetherlands } from '@/lib/platform/calendar'
import { AppError } from '@/lib/platform/errors'
import { formValues, invalidResult } from '@/lib/platform/form-data'
import { getMeasuringTarget, listInitiativeIndicators } from './data'
import { saveIndicator, saveMeasurement } from './mutations'
import { canMeasure } from './policy'
import { indicatorSchema, indicatorValues, measurementSchema, targetSchema } from './schema'
import type { MeasuringTarget } from './types'

export interface SavedMeasurement {
  /** ISO time of the save, for "Opgeslagen om 14.05 uur". */
  savedAt: string
  /** A percentage was saved without the number of people it is about. */
  advice?: 'withoutN'
}

type Result = ActionResult<SavedMeasurement>

const saved = (withoutN = false): Result => ({ status: 'ok', data: { savedAt: new Date().toISOString(), ...(withoutN && { advice: 'withoutN' }) } })

interface Work<Input> {
  actor: Actor
  target: MeasuringTarget
  input: Input
  values: FormValues
}

/** The frame of both forms: who asks, may they measure this initiative, is the form sound, do it, refresh what shows it. */
async function runForm<Schema extends z.ZodType>(form: FormData, schema: Schema, body: (work: Work<z.infer<Schema>>) => Promise<Result>): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async () => {
    const actor = await requireActor()
    const about = targetSchema.safeParse(values)
    const target = about.success ? await getMeasuringTarget(about.data.initiativeId) : null
    if (!target || !canMeasure(actor, target)) throw new AppError('NOT_FOUND')
    const input = schema.safeParse({ ...values, initiativeId: target.initiativeId })
    if (!input.success) return invalidResult(input.error, values)
    const result = await body({ actor, target, input: input.data, values })
    if (result.status === 'ok') {
      updateTag('policies')
      updateTag('initiatives')
      updateTag(`initiative:${target.initiativeId}`)
    }
    return result
  })
}

/** Adds or changes an indicator of the initiative. */
export async function saveIndicatorAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, indicatorSchema, async ({ actor, target, input, values }) => {
    const result = await saveIndicator({ indicator: input, actorId: actor.userId })
    if (result === 'saved') return saved()
    if (result === 'unitFixed') return { status: 'invalid', fieldErrors: { unit: ['unitFixed'] }, formErrors: [], values }
    const theirs = (await listInitiativeIndicators(target.initiativeId)).find((indicator) => indicator.id === input.indicatorId)
    if (!theirs) throw new AppError('NOT_FOUND')
    return { status: 'conflict', values, theirs: indicatorValues(theirs), theirVersion: theirs.version }
  })
}

/** Adds a measurement, or a correction that replaces one. */
export async function saveMeasurementAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, measurementSchema(todayInNetherlands(new Date())), async ({ actor, target, input }) => {
    await saveMeasurement({ measurement: input, actorId: actor.userId })
    const indicator = (await listInitiativeIndicators(target.initiativeId)).find((row) => row.id === input.measuredIndicatorId)
    return saved(indicator?.unit === '%' && input.n === null)
  })
}
