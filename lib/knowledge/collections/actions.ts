'use server'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { redirect } from '@/i18n/navigation'
import { requireActor } from '@/lib/people/accounts/session'
import { findPublished } from '@/lib/knowledge/initiatives/addresses.data'
import { slugFromAddress } from '@/lib/knowledge/initiatives/rules'
import { runAction } from '@/lib/base/http/action'
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
import { runForm } from '@/lib/base/http/form-action'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
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

const aboutCollection = {
  actor: requireActor,
  load: ({ collectionId }: FormValues) => {
    const id = z.uuid().safeParse(collectionId)
    return id.success ? getCollectionWork(id.data) : Promise.resolve(null)
  },
  can: canEditCollection,
  shows: 'page' as const,
}

export async function saveCollectionAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...aboutCollection, schema: collectionSchema },
    async ({ collectionId: id, ...text }, { actor, values }) => {
      if ((await saveCollection({ id, ...text, actorId: actor.userId })) === null) return null
      const theirs = await getCollectionWork(id)
      return theirs
        ? conflict(
            values,
            { title: theirs.title, lead: theirs.lead, story: theirs.story },
            theirs.version,
          )
        : savedElsewhere(values)
    },
  )
}

export async function addEntryAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...aboutCollection, schema: addEntrySchema },
    async ({ collectionId: id, version, address, why }, { actor, submission, values }) => {
      const slug = slugFromAddress(address)
      const [found] = slug === null ? [] : await findPublished([slug])
      if (!found) return invalidField('address', 'unknownInitiative', values)
      const answer = await addEntry({
        id,
        version,
        initiativeId: found.id,
        why,
        actorId: actor.userId,
        submission,
      })
      if (answer === 'alreadyIn') return invalidField('address', 'alreadyIn', values)
      if (answer === 'full') return invalidField('address', 'tooMany', values)
      return answer === 'conflict' ? savedElsewhere(values) : answer
    },
  )
}

export async function changeEntryAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...aboutCollection, schema: entrySchema },
    async ({ collectionId: id, ...input }, { actor, values }) =>
      (await changeEntry({ id, ...input, actorId: actor.userId })) === 'conflict'
        ? savedElsewhere(values)
        : null,
  )
}

export async function publishCollectionAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...aboutCollection, schema: publishSchema },
    async ({ collectionId: id, ...input }, { actor, values }) => {
      const answer = await publishCollection({ id, ...input, actorId: actor.userId })
      if (answer === 'empty') return invalidForm('collectionEmpty', values)
      return answer === 'conflict' ? savedElsewhere(values) : answer
    },
  )
}
