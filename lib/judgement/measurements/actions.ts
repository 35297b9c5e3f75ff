'use server'
import type { MeasuringTarget } from './types'
import { getEvidence } from '@/lib/knowledge/evidence/data'
import type { Evidence, EvidenceCheck, EvidenceSummary } from '@/lib/knowledge/evidence/types'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import {
  type ActionResult,
  conflict,
  type FormValues,
  invalidField,
  saved,
  type Saved,
} from '@/lib/base/http/action-result'
import { ALLOWED } from '@/lib/base/http/limit'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { AppError } from '@/lib/base/runtime/errors'
import { type FormContext, runForm } from '@/lib/base/http/form-action'
import { createLimit } from '@/lib/base/http/rate-limit'
import { getMeasuringTarget, listInitiativeIndicators, listOutcomes } from './data'
import { saveIndicator, saveMeasurement } from './mutations'
import { outcomeProblems } from './outcomes.rules'
import { canMeasure } from './policy'
import {
  type IndicatorInput,
  indicatorSchema,
  indicatorValues,
  measurementSchema,
  targetSchema,
  twoWayErrors,
} from './schema'

export interface SavedMeasurement extends Saved {
  /** A percentage was saved without a number of people. */
  advice?: 'withoutN'
  /** The evidence of the initiative before and after, with the rule that decides it now. */
  evidence?: { before: Level; after: Level; decidedBy: EvidenceCheck | null }
}

type Level = Pick<EvidenceSummary, 'rank' | 'direction'>

type Result = ActionResult<SavedMeasurement>

const levelOf = ({ rank, direction }: Evidence): Level => ({ rank, direction })

const savedWith = (
  withoutN: boolean,
  [before, after]: readonly [Evidence | null, Evidence | null],
): Result => ({
  status: 'ok',
  data: {
    ...saved().data,
    ...(withoutN && { advice: 'withoutN' }),
    ...(before &&
      after && {
        evidence: {
          before: levelOf(before),
          after: levelOf(after),
          decidedBy: after.decidedBy,
        },
      }),
  },
})

/** Files are permanent, so uploads are limited. */
const uploads = createLimit({ name: 'source-file', points: 30, windowSeconds: 3_600 })

const measuring = {
  actor: requireActor,
  load: (values: FormValues) => {
    const about = targetSchema.safeParse(values)
    return about.success ? getMeasuringTarget(about.data.initiativeId) : Promise.resolve(null)
  },
  can: canMeasure,
  input: (values: FormValues, { initiativeId }: MeasuringTarget) => ({ ...values, initiativeId }),
  file: 'sourceFile',
  limit: async ({ actor, file }: FormContext<Actor, MeasuringTarget>) =>
    file === null ? ALLOWED : uploads.consume(actor.userId),
}

/** What does not go with the chosen outcome, beside its field. */
async function outcomeErrors({ outcome, ...indicator }: IndicatorInput) {
  if (outcome === null) return {}
  const known = (await listOutcomes([outcome])).find(({ slug }) => slug === outcome)
  if (!known) return { outcome: ['unknownChoice'] }
  return Object.fromEntries(
    Object.entries(outcomeProblems(known, indicator)).map(([field, message]) => [field, [message]]),
  )
}

export async function saveIndicatorAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...measuring, schema: indicatorSchema },
    async (input, { actor, target, values }) => {
      const unclear = {
        ...twoWayErrors(values, ['baselineValue', 'targetValue'], input.unit),
        ...(await outcomeErrors(input)),
      }
      if (Object.keys(unclear).length > 0)
        return { status: 'invalid', fieldErrors: unclear, formErrors: [], values }
      const result = await saveIndicator({ indicator: input, actorId: actor.userId })
      if (result === 'saved') return null
      if (result === 'unitFixed') return invalidField('unit', 'unitFixed', values)
      const theirs = (await listInitiativeIndicators(target.initiativeId)).find(
        (indicator) => indicator.id === input.indicatorId,
      )
      if (!theirs) throw new AppError('NOT_FOUND')
      return conflict(values, indicatorValues(theirs), theirs.version)
    },
  )
}

export async function saveMeasurementAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...measuring, schema: measurementSchema(todayInNetherlands(new Date())) },
    async (input, { actor, target, values, file }): Promise<Result> => {
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
      const before = await getEvidence(target.initiativeId)
      await saveMeasurement({ measurement: input, file, actorId: actor.userId })
      const after = await getEvidence(target.initiativeId)
      return savedWith(indicator?.unit === '%' && input.n === null, [before, after])
    },
  )
}
