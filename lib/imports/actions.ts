'use server'
import { updateTag } from 'next/cache'
import { requireActor } from '@/lib/accounts/session'
import { runAction } from '@/lib/platform/action'
import type { ActionResult } from '@/lib/platform/action-result'
import { env } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { formValues, invalidResult } from '@/lib/platform/form-data'
import { getDataset, getImport } from './data'
import { cancelImport, runImport, saveImport } from './mutations'
import { canImport } from './policy'
import { datasetTargetSchema, importTargetSchema } from './schema'

async function decide(form: FormData, act: (importId: string, actorId: string) => Promise<unknown>): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const actor = await requireActor()
    const about = importTargetSchema.safeParse(values)
    if (!canImport(actor) || !about.success || !(await getImport(about.data.importId))) throw new AppError('NOT_FOUND')
    await act(about.data.importId, actor.userId)
    updateTag('indicators')
    return { status: 'ok', data: undefined }
  })
}

/** Writes what was checked. */
export async function saveImportAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  return decide(form, saveImport)
}

/** Throws away what was checked. */
export async function cancelImportAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  return decide(form, cancelImport)
}

/** Reads a table of CBS up to the point where someone decides. */
export async function fetchTableAction(_previous: ActionResult, form: FormData): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const actor = await requireActor()
    if (!canImport(actor)) throw new AppError('NOT_FOUND')
    const input = datasetTargetSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    if (!(await getDataset(input.data.dataset))) throw new AppError('NOT_FOUND')
    await runImport({ datasetSlug: input.data.dataset, trigger: 'screen', actorId: actor.userId, dryRun: true }, { base: env.CBS_ODATA_URL, hosts: env.IMPORT_HOSTS })
    updateTag('indicators')
    return { status: 'ok', data: undefined }
  })
}
