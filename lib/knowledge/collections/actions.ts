'use server'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { redirect } from '@/i18n/navigation'
import { requireActor } from '@/lib/people/accounts/session'
import { findPublished } from '@/lib/knowledge/initiatives/data'
import { slugFromAddress } from '@/lib/knowledge/initiatives/rules'
import { runAction, savedAndShown } from '@/lib/base/http/action'
import {
  type ActionResult,
  conflict,
  type FormValues,
  invalidField,
  invalidForm,
  type Saved,
  savedElsewhere,
} from '@/lib/base/http/action-result'
import { AppError } from '@/lib/base/runtime/errors'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import type { Submission } from '@/lib/base/http/submission'
import { getCollectionWork } from './data'
import {
  addEntry,
  changeEntry,
  publishCollection,
  saveCollection,
  saveNewCollection,
} from './mutations'
import { canEditCollection } from './policy'
import {
  addEntrySchema,
  collectionSchema,
  entrySchema,
  newCollectionSchema,
  publishSchema,
} from './schema'
import type { CollectionWork } from './types'

type Result = ActionResult<Saved>

export async function createCollectionAction(_previous: Result, form: FormData): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (submission): Promise<Result> => {
    const actor = await requireActor()
    const input = newCollectionSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    if (!canEditCollection(actor, input.data)) throw new AppError('NOT_FOUND')
    const id = await saveNewCollection({ ...input.data, actorId: actor.userId, submission })
    return redirect({
      href: { pathname: '/workspace/collections/[id]', params: { id } },
      locale: await getLocale(),
    })
  })
}

/** Checks actor, target and form, runs the body, invalidates pages. Null when all went well. */
async function runForm<Schema extends z.ZodType<{ collectionId: string; version: number }>>(
  form: FormData,
  schema: Schema,
  body: (
    input: z.infer<Schema>,
    context: {
      collection: CollectionWork
      actorId: string
      submission: Submission
      values: FormValues
    },
  ) => Promise<Result | 'conflict' | null>,
): Promise<Result> {
  const values = formValues(form)
  return runAction(values, async (submission): Promise<Result> => {
    const actor = await requireActor()
    const about = z.uuid().safeParse(values.collectionId)
    const collection = about.success ? await getCollectionWork(about.data) : null
    if (!collection || !canEditCollection(actor, collection)) throw new AppError('NOT_FOUND')
    const input = schema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const answer = await body(input.data, { collection, actorId: actor.userId, submission, values })
    if (answer === 'conflict') return savedElsewhere(values)
    if (answer) return answer
    return savedAndShown()
  })
}

export async function saveCollectionAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    collectionSchema,
    async ({ collectionId: id, ...words }, { actorId, values }) => {
      if ((await saveCollection({ id, ...words, actorId })) === null) return null
      const theirs = await getCollectionWork(id)
      return theirs
        ? conflict(
            values,
            { title: theirs.title, lead: theirs.lead, story: theirs.story },
            theirs.version,
          )
        : 'conflict'
    },
  )
}

export async function addEntryAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    addEntrySchema,
    async ({ collectionId: id, version, address, why }, { actorId, submission, values }) => {
      const slug = slugFromAddress(address)
      const [found] = slug === null ? [] : await findPublished([slug])
      if (!found) return invalidField('address', 'unknownInitiative', values)
      const answer = await addEntry({
        id,
        version,
        initiativeId: found.id,
        why,
        actorId,
        submission,
      })
      if (answer === 'alreadyIn') return invalidField('address', 'alreadyIn', values)
      return answer === 'full' ? invalidField('address', 'tooMany', values) : answer
    },
  )
}

export async function changeEntryAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, entrySchema, ({ collectionId: id, ...input }, { actorId }) =>
    changeEntry({ id, ...input, actorId }),
  )
}

export async function publishCollectionAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    publishSchema,
    async ({ collectionId: id, ...input }, { actorId, values }) => {
      const answer = await publishCollection({ id, ...input, actorId })
      return answer === 'empty' ? invalidForm('collectionEmpty', values) : answer
    },
  )
}
