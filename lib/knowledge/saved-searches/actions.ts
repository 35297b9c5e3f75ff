'use server'
import { listFacetValues } from '@/lib/knowledge/search/facets.data'
import { getLocale } from 'next-intl/server'
import { refresh } from 'next/cache'
import { redirect as redirectToPath } from 'next/navigation'
import { getPathname } from '@/i18n/navigation'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { runAction } from '@/lib/base/http/action'
import {
  type ActionResult,
  conflict,
  type FormValues,
  invalidForm,
  saved,
  type Saved,
} from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { knownValue } from '@/lib/knowledge/search/facets.rules'
import { getSavedSearch } from './data'
import { deleteSearch, followSearch, markOpened, renameSearch, saveSearch } from './mutations'
import { canUseSearch } from './policy'
import { storedParameters, nameField } from './rules'
import { followSearchSchema, renameSchema, saveSchema, searchIdSchema } from './schema'
import type { SavedSearch } from './types'

type Result = ActionResult<Saved>

async function loadTarget(id: string, actor: Actor): Promise<SavedSearch> {
  const target = await getSavedSearch(id)
  if (!target || !canUseSearch(actor, target)) throw new AppError('NOT_FOUND')
  return target
}

async function targetOf(values: FormValues): Promise<{ actor: Actor; target: SavedSearch }> {
  const actor = await requireActor()
  const about = searchIdSchema.safeParse(values)
  if (!about.success) throw new AppError('NOT_FOUND')
  return { actor, target: await loadTarget(about.data.id, actor) }
}

export async function saveSearchAction(_previous: Result, form: FormData): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (): Promise<Result> => {
    const actor = await requireActor()
    const input = saveSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const parameters = storedParameters(input.data.parameters, knownValue(await listFacetValues()))
    if (parameters === null) return invalidForm('searchEmpty', values)
    const outcome = await saveSearch({ actorId: actor.userId, name: input.data.name, parameters })
    return outcome === 'full' ? invalidForm('searchesFull', values) : saved()
  })
}

export async function renameSearchAction(_previous: Result, form: FormData): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (): Promise<Result> => {
    const actor = await requireActor()
    const about = searchIdSchema.safeParse({ id: values.id })
    if (!about.success) throw new AppError('NOT_FOUND')
    await loadTarget(about.data.id, actor)
    const field = nameField(about.data.id)
    const input = renameSchema.safeParse({
      id: values.id,
      version: values.version,
      name: values[field],
    })
    if (!input.success) {
      const { fieldErrors, ...invalid } = invalidResult(input.error, values)
      return { ...invalid, fieldErrors: { [field]: fieldErrors.name ?? ['required'] } }
    }
    if ((await renameSearch({ ...input.data, actorId: actor.userId })) === 'conflict') {
      const now = await loadTarget(about.data.id, actor)
      return conflict(values, { [field]: now.name }, now.version)
    }
    refresh()
    return saved()
  })
}

export async function followSearchAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async (): Promise<ActionResult> => {
    const actor = await requireActor()
    const input = followSearchSchema.safeParse(values)
    if (!input.success) throw new AppError('NOT_FOUND')
    const target = await loadTarget(input.data.id, actor)
    await followSearch({
      id: target.id,
      actorId: actor.userId,
      followed: input.data.follow === '1',
    })
    refresh()
    return { status: 'ok', data: undefined }
  })
}

export async function deleteSearchAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async (): Promise<ActionResult> => {
    const { actor, target } = await targetOf(values)
    await deleteSearch({ id: target.id, actorId: actor.userId })
    refresh()
    return { status: 'ok', data: undefined }
  })
}

/** Opens the list and marks it as seen; a form, not a link, because it writes. */
export async function openSearchAction(
  _previous: ActionResult,
  form: FormData,
): Promise<ActionResult> {
  const values = formValues(form)
  return runAction(values, async () => {
    const { actor, target } = await targetOf(values)
    await markOpened({ id: target.id, actorId: actor.userId })
    redirectToPath(
      `${getPathname({ href: '/initiatives', locale: await getLocale() })}?${target.parameters}`,
    )
  })
}
