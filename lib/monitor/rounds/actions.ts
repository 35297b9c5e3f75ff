'use server'
import { type ActionResult, conflict, type Saved } from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { nestRows } from '@/lib/base/http/form-data'
import { AppError } from '@/lib/base/runtime/errors'
import { aboutRegion } from '@/lib/monitor/chains/loaders'
import { getRound } from './data'
import { saveRound } from './mutations'
import { roundSchema, roundValues } from './schema'

export async function saveRoundAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  return runForm(
    form,
    { ...aboutRegion, schema: roundSchema, input: nestRows, shows: 'page' },
    async (input, { actor, values }) => {
      const outcome = await saveRound({ ...input, actorId: actor.userId })
      if (outcome === null) return null
      if (outcome === 'unknown') throw new AppError('INVALID')
      const theirs = await getRound(input.regionId, input.year)
      if (!theirs) throw new AppError('NOT_FOUND')
      return conflict(values, { ...values, ...roundValues(theirs.days) }, theirs.version)
    },
  )
}
