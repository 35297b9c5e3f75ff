'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from '@/i18n/navigation'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { describeCbsTable } from '@/lib/figures/cbs/data'
import { runAction } from '@/lib/base/http/action'
import { requireAllowed } from '@/lib/base/http/limit'
import { type ActionResult, invalidField, saved, type Saved } from '@/lib/base/http/action-result'
import { env } from '@/lib/base/runtime/env'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { RemoteError } from '@/lib/base/files/odata'
import { createLimit } from '@/lib/base/http/rate-limit'
import { invalidateContent } from '@/lib/base/cache/cached'
import { getDataset } from './data'
import { createIndicator, saveSample } from './mutations'
import { canImport } from './policy'
import {
  datasetTargetSchema,
  indicatorFormSchema,
  tableCodeSchema,
  tablePreviewSchema,
} from './schema'

/** Each look takes a handful of requests to CBS. */
const looks = createLimit({ name: 'cbs-look', points: 60, windowSeconds: 3_600 })

async function requireImporter(): Promise<Actor> {
  const actor = await requireActor()
  if (!canImport(actor)) throw new AppError('NOT_FOUND')
  return actor
}

async function lookAt(table: string, actor: Actor) {
  requireAllowed(await looks.consume(actor.userId))
  try {
    return tablePreviewSchema.parse(
      await describeCbsTable(table, {
        base: env.CBS_ODATA_URL,
        hosts: env.IMPORT_HOSTS,
        attempts: 2,
      }),
    )
  } catch (error) {
    if (error instanceof RemoteError) return null
    throw error
  }
}

export async function openTableAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async (submission) => {
    const actor = await requireImporter()
    const input = tableCodeSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const table = await lookAt(input.data.table, actor)
    if (table === null) return invalidField('table', 'tableUnknown', values)
    const id = await saveSample({
      kind: 'cbs_odata',
      table,
      label: table.table,
      datasetId: null,
      actorId: actor.userId,
      submission,
    })
    return redirect({
      href: { pathname: '/workspace/admin/figures/new/[id]', params: { id } },
      locale: await getLocale(),
    })
  })
}

export async function refreshTableAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const actor = await requireImporter()
    const target = datasetTargetSchema.safeParse(values)
    const dataset = target.success ? await getDataset(target.data.dataset) : null
    const code = tableCodeSchema.safeParse({
      table: (dataset?.mapping as { table?: unknown } | undefined)?.table,
    })
    if (dataset?.kind !== 'cbs_odata' || !code.success) throw new AppError('NOT_FOUND')
    const table = await lookAt(code.data.table, actor)
    if (table === null) throw new AppError('UNAVAILABLE')
    await saveSample({
      kind: 'cbs_odata',
      table,
      label: table.table,
      datasetId: dataset.id,
      actorId: actor.userId,
    })
    invalidateContent()
    return { status: 'ok', data: undefined }
  })
}

export async function createIndicatorAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  const values = formValues(form)
  return runAction<{ savedAt: string }>(values, async (submission) => {
    const actor = await requireImporter()
    const input = indicatorFormSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    await createIndicator({ ...input.data, actorId: actor.userId, submission })
    invalidateContent()
    return saved()
  })
}
