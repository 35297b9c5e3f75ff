'use server'
import { z } from 'zod'
import { requireActor } from '@/lib/people/accounts/session'
import { findPublished } from '@/lib/knowledge/initiatives/addresses.data'
import { slugFromAddress } from '@/lib/knowledge/initiatives/rules'
import { runAction, savedAndShown } from '@/lib/base/http/action'
import { type ActionResult, conflict, type Saved } from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { canEditRegionPolicy } from '@/lib/monitor/policies/policy'
import { getRegionGraph } from '@/lib/base/regions/data'
import { listQuestions } from './data'
import { saveQuestion } from './mutations'
import { MAX_LINKS } from './rules'
import { learningSchema, learningValues } from './schema'

type Result = ActionResult<Saved>

export async function saveQuestionAction(_previous: Result, form: FormData): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (): Promise<Result> => {
    const actor = await requireActor()
    const about = z.uuid().safeParse(values.regionId)
    if (
      !about.success ||
      !canEditRegionPolicy(actor, { regionId: about.data }, await getRegionGraph())
    )
      throw new AppError('NOT_FOUND')
    const input = learningSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const { questionId: id, initiatives, ...rest } = input.data
    const slugs = [
      ...new Set(
        initiatives
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map(slugFromAddress),
      ),
    ]
    const found = await findPublished(slugs.flatMap((slug) => slug ?? []))
    if (slugs.length > MAX_LINKS || found.length < slugs.length) {
      return {
        status: 'invalid',
        fieldErrors: { initiatives: [slugs.length > MAX_LINKS ? 'tooMany' : 'unknownInitiative'] },
        formErrors: [],
        values,
      }
    }
    const initiativeIds = [...new Set(found.map(({ id }) => id))]
    if (
      (await saveQuestion({
        id,
        ...rest,
        version: rest.version,
        initiativeIds,
        actorId: actor.userId,
      })) === 'conflict'
    ) {
      const theirs = (await listQuestions(about.data)).find((one) => one.id === id)
      if (!theirs) throw new AppError('NOT_FOUND')
      return conflict(values, learningValues(theirs), theirs.version)
    }
    return savedAndShown()
  })
}
