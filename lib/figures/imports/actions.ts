'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from '@/i18n/navigation'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { runAction } from '@/lib/base/http/action'
import {
  type ActionResult,
  conflict,
  type FormValues,
  type Saved,
} from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { runForm } from '@/lib/base/http/form-action'
import { formValues, nestRows } from '@/lib/base/http/form-data'
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

const byKeeper = {
  actor: requireActor,
  load: () => Promise.resolve(true),
  can: (actor: Actor) => canImport(actor),
}

export async function fetchTableAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  return runForm(form, { ...byKeeper, schema: datasetTargetSchema }, async (input, { actor }) =>
    showImport(await requestImport(input.dataset, actor.userId)),
  )
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

async function conflictWith(sample: SampleView, values: FormValues): Promise<ActionResult<Saved>> {
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
): Promise<ActionResult<Saved>> {
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
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  return runForm(
    form,
    { ...byKeeper, schema: fileFormSchema, input: nestRows },
    async (input, { actor, values, submission }) => {
      const sample = await requireSample(input.sampleId, {
        headerRow: input.headerRow,
        sheet: input.sheet,
      })
      return saveAndCheck(values, input, fileMappingOf(input), sample, {
        actorId: actor.userId,
        submission,
      })
    },
  )
}

export async function saveTableMappingAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  return runForm(
    form,
    { ...byKeeper, schema: tableFormSchema, input: nestRows },
    async (input, { actor, values, submission }) => {
      const sample = await requireSample(input.sampleId)
      const mapping = sample.table === null ? null : tableMappingOf(input, sample.table)
      if (mapping === null) throw new AppError('INVALID')
      return saveAndCheck(values, input, mapping, sample, { actorId: actor.userId, submission })
    },
  )
}
