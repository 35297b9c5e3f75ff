'use server'
import {
  type ActionResult,
  conflict,
  type FormValues,
  invalidField,
  type Saved,
} from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { nestRows } from '@/lib/base/http/form-data'
import { AppError } from '@/lib/base/runtime/errors'
import { getPolicyIndicator } from '@/lib/monitor/policy-indicators/data'
import { savePolicyIndicator } from '@/lib/monitor/policy-indicators/mutations'
import {
  isTwoWays,
  policyIndicatorSchema,
  policyIndicatorValues,
  type PolicyIndicatorInput,
} from '@/lib/monitor/policy-indicators/schema'
import { aboutRegion } from './loaders'

/** The first number that can be read in two ways, by the name of its field. */
function unclearNumber(values: FormValues, { indicatorUnit }: PolicyIndicatorInput) {
  const numbers = Object.keys(values).filter((name) => /Value$|\.value$/.test(name))
  return numbers.find((name) => isTwoWays(String(values[name] ?? ''), indicatorUnit))
}

export async function savePolicyIndicatorAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  return runForm(
    form,
    { ...aboutRegion, schema: policyIndicatorSchema, input: nestRows },
    async (input, { actor, values }) => {
      const unclear = unclearNumber(values, input)
      if (unclear !== undefined) return invalidField(unclear, 'twoWays', values)
      if ((await savePolicyIndicator({ ...input, actorId: actor.userId })) !== 'conflict')
        return null
      const theirs = await getPolicyIndicator(input.indicatorId)
      if (theirs?.regionId !== input.regionId) throw new AppError('NOT_FOUND')
      return conflict(
        values,
        { ...policyIndicatorValues(theirs.indicator), indicatorOf: input.indicatorOf },
        theirs.indicator.version,
      )
    },
  )
}
