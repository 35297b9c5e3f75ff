'use server'
import {
  type ActionResult,
  conflict,
  type FormValues,
  type Saved,
} from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { requireActor } from '@/lib/people/accounts/session'
import { getReplyTarget } from './pages.data'
import { canReplyToMeasurement } from './policy'
import { saveMeasurementReply } from './replies.mutations'
import { replySchema } from './schema'

export async function saveMeasurementReplyAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: ({ measurementId }: FormValues) =>
        typeof measurementId === 'string' ? getReplyTarget(measurementId) : Promise.resolve(null),
      can: canReplyToMeasurement,
      schema: replySchema,
    },
    async ({ text, version }, { actor, target, submission, values }) => {
      const { measurementId, initiativeId, organisationId } = target
      const saved = await saveMeasurementReply({
        measurementId,
        initiativeId,
        organisationId,
        text,
        version,
        actorId: actor.userId,
        submission,
      })
      if (saved !== 'conflict') return null
      const current = await getReplyTarget(measurementId)
      return conflict(values, { text: current?.text ?? '' }, current?.version ?? 0)
    },
  )
}
