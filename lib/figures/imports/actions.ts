'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from '@/i18n/navigation'
import { requireActor } from '@/lib/people/accounts/session'
import { runAction } from '@/lib/base/http/action'
import { type ActionResult, conflict, type FormValues } from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult, nestRows } from '@/lib/base/http/form-data'
import {
  getDataset,
  getSample,
  getSampleContent,
  type SamplePlace,
} from '@/lib/figures/datasets/data'
import { saveMapping } from '@/lib/figures/datasets/mutations'
import { invalidateContent } from '@/lib/base/cache/cached'
import type { Sender } from '@/lib/base/http/submission'
import { getImport } from './data'
import { cancelImport, saveImport } from './mutations'
import { checkFile } from './run.mutations'
import { requestImport } from './requests.mutations'
import { canImport } from '@/lib/figures/datasets/policy'
import { fileMappingOf, formOf, tableMappingOf } from '@/lib/figures/datasets/form.rules'
import {
  type DatasetInput,
  datasetTargetSchema,
  type FileForm,
  fileFormSchema,
  type TableForm,
  tableFormSchema,
} from '@/lib/figures/datasets/schema'
import type { SampleView } from '@/lib/figures/datasets/types'
import { importTargetSchema } from './schema'

async function decide(
  form: FormData,
  act: (importId: string, actorId: string) => Promise<unknown>,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const actor = await requireActor()
    const about = importTargetSchema.safeParse(values)
    if (!canImport(actor) || !about.success || !(await getImport(about.data.importId)))
      throw new AppError('NOT_FOUND')
    await act(about.data.importId, actor.userId)
    invalidateContent()
    return { status: 'ok', data: undefined }
  })
}

export async function saveImportAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  return decide(form, saveImport)
}

export async function cancelImportAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  return decide(form, cancelImport)
}

export async function fetchTableAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const actor = await requireActor()
    if (!canImport(actor)) throw new AppError('NOT_FOUND')
    const input = datasetTargetSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    return showImport(await requestImport(input.data.dataset, actor.userId))
  })
}

async function showImport(id: string): Promise<never> {
  return redirect({
    href: { pathname: '/workspace/admin/figures/[id]', params: { id } },
    locale: await getLocale(),
  })
}

async function checkAndShow(slug: string, sample: SampleView, actorId: string): Promise<never> {
  const content = sample.kind === 'file' ? await getSampleContent(sample.id) : null
  if (content === null) return showImport(await requestImport(slug, actorId))
  try {
    const { id } = await checkFile(
      { datasetSlug: slug, trigger: 'screen', actorId, fileName: sample.label },
      content,
    )
    invalidateContent()
    return await showImport(id)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'CONFLICT') throw error
    return redirect({
      href: { pathname: '/workspace/admin/figures', query: { fout: 'busy' } },
      locale: await getLocale(),
    })
  }
}

async function conflictWith(sample: SampleView, values: FormValues): Promise<ActionResult> {
  const now =
    (await getSample(
      { id: sample.id },
      { headerRow: Number(values.headerRow) || 1, sheet: sample.file?.sheet ?? undefined },
    )) ?? sample
  const dataset = now.datasetSlug === null ? null : await getDataset(now.datasetSlug)
  return conflict(values, formOf(dataset, now), dataset?.version ?? 0)
}

async function saveAndCheck(
  values: FormValues,
  form: FileForm | TableForm,
  mapping: DatasetInput['mapping'],
  sample: SampleView,
  sender: Sender,
): Promise<ActionResult> {
  const {
    sampleId,
    version,
    title,
    source,
    sourceName,
    sourceUrl,
    sourceLicence,
    isComplete,
    rollup,
  } = form
  const newSource = {
    name: sourceName,
    url: sourceUrl === '' ? null : sourceUrl,
    licence: sourceLicence === '' ? null : sourceLicence,
  }
  const saved = await saveMapping({
    sampleId,
    version,
    title,
    source,
    newSource,
    isComplete,
    rollup,
    mapping,
    ...sender,
    kind: sample.kind === 'file' ? 'file' : 'cbs_odata',
  })
  return saved === 'conflict'
    ? conflictWith(sample, values)
    : checkAndShow(saved.slug, sample, sender.actorId)
}

async function requireSample(id: string, place?: SamplePlace): Promise<SampleView> {
  const sample = await getSample({ id }, place)
  if (!sample) throw new AppError('NOT_FOUND')
  return sample
}

export async function saveFileMappingAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async (submission) => {
    const actor = await requireActor()
    if (!canImport(actor)) throw new AppError('NOT_FOUND')
    const input = fileFormSchema.safeParse(nestRows(values))
    if (!input.success) return invalidResult(input.error, values)
    const sample = await requireSample(input.data.sampleId, {
      headerRow: input.data.headerRow,
      sheet: input.data.sheet,
    })
    return saveAndCheck(values, input.data, fileMappingOf(input.data), sample, {
      actorId: actor.userId,
      submission,
    })
  })
}

export async function saveTableMappingAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async (submission) => {
    const actor = await requireActor()
    if (!canImport(actor)) throw new AppError('NOT_FOUND')
    const input = tableFormSchema.safeParse(nestRows(values))
    if (!input.success) return invalidResult(input.error, values)
    const sample = await requireSample(input.data.sampleId)
    const mapping = sample.table === null ? null : tableMappingOf(input.data, sample.table)
    if (mapping === null) throw new AppError('INVALID')
    return saveAndCheck(values, input.data, mapping, sample, { actorId: actor.userId, submission })
  })
}
