'use server'
import { refresh } from 'next/cache'
import { type ActionResult, invalidField, type Saved } from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { AppError } from '@/lib/base/runtime/errors'
import { actingForSchema } from './schema'
import { requireSession } from './session'
import { saveActingFor } from './sessions.mutations'
import { organisationsOf } from './working-for.rules'

/** Chooses for which organisation someone works until they sign out. */
export async function actForAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  return runForm(
    form,
    {
      actor: async () => {
        const { actor, sessionId } = await requireSession()
        return { ...actor, sessionId }
      },
      load: (_values, actor) => Promise.resolve(organisationsOf(actor)),
      can: () => true,
      schema: actingForSchema,
      shows: 'nothing',
    },
    async ({ organisationId }, { actor, target: organisations, values }) => {
      if (organisationId !== '' && !organisations.some(({ id }) => id === organisationId))
        return invalidField('organisationId', 'unknownChoice', values)
      if (!(await saveActingFor(actor, organisationId === '' ? null : organisationId)))
        throw new AppError('NOT_SIGNED_IN')
      refresh()
      return null
    },
  )
}
