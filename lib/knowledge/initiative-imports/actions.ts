'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from '@/i18n/navigation'
import {
  type ActionResult,
  type FormValues,
  invalidForm,
  type Saved,
} from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { columnField, columnProblem } from './columns.rules'
import { getImport } from './data'
import { cancelImport, checkImport, discardImport, requestImport } from './mutations'
import { canImport } from './policy'
import { columnsSchema, importTargetSchema, requestSchema } from './schema'
import type { ImportView } from './types'
import { undoImport } from './undo.mutations'

type Result = ActionResult<Saved>

const rules = {
  actor: requireActor,
  load: (values: FormValues) =>
    typeof values.importId === 'string' ? getImport(values.importId) : Promise.resolve(null),
  can: (actor: Actor, { organisationId }: ImportView) => canImport(actor, organisationId),
  shows: 'page' as const,
}

/** Checks all rows with the columns that were chosen. */
export async function checkColumnsAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      ...rules,
      schema: columnsSchema,
      input: (values, { headers }) => ({
        columns: headers.map((_, at) => values[columnField(at)] ?? ''),
      }),
    },
    async ({ columns }, { actor, target, values }) => {
      const { id, organisationId } = target
      const problem = columnProblem(columns, organisationId === null)
      if (problem !== null) return invalidForm(problem, values)
      await checkImport({ id, organisationId, columns }, actor.userId)
      return redirect({
        href: { pathname: '/workspace/initiatives/import/[id]', params: { id } },
        locale: await getLocale(),
      })
    },
  )
}

/** Checks the rows again with the columns of last time, after something else changed. */
export async function checkAgainAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...rules, schema: importTargetSchema },
    async (_, { actor, target: { id, organisationId, columns } }) => {
      await checkImport({ id, organisationId, columns }, actor.userId)
      return null
    },
  )
}

export async function requestImportAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, { ...rules, schema: requestSchema }, async (input, { actor, target }) => {
    await requestImport(target.id, actor.userId, input.without === 'on')
    return null
  })
}

const act = (form: FormData, mutate: (id: string, actorId: string) => Promise<unknown>) =>
  runForm(form, { ...rules, schema: importTargetSchema }, async (_, { actor, target }) => {
    await mutate(target.id, actor.userId)
    return null
  })

export async function cancelImportAction(_previous: Result, form: FormData): Promise<Result> {
  return act(form, cancelImport)
}

export async function discardImportAction(_previous: Result, form: FormData): Promise<Result> {
  return act(form, discardImport)
}

export async function undoImportAction(_previous: Result, form: FormData): Promise<Result> {
  return act(form, undoImport)
}
