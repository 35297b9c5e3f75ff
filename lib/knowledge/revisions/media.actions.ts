'use server'
import { refresh } from 'next/cache'
import { checkAttachment } from '@/lib/base/files/attachments/check'
import { MAX_ATTACHMENT_BYTES } from '@/lib/base/files/attachments/types'
import { prepareImage } from '@/lib/base/files/images/prepare'
import { MAX_IMAGE_BYTES } from '@/lib/base/files/images/types'
import {
  type ActionResult,
  type FormValues,
  invalidField,
  type Saved,
} from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { requireAllowed } from '@/lib/base/http/limit'
import { createLimit } from '@/lib/base/http/rate-limit'
import { scanFile } from '@/lib/base/http/scan'
import { chosenFile, readChosenFile } from '@/lib/base/http/sent-file'
import { isRepeat, withFile } from '@/lib/base/http/submission'
import { isStoredImage } from '@/lib/knowledge/media/data'
import { hashOf } from '@/lib/knowledge/media/mutations'
import { requireActor } from '@/lib/people/accounts/session'
import { getRevisionDraft } from './data'
import {
  addAttachment,
  addImage,
  moveMedia,
  removeMedia,
  saveAttachment,
  saveImage,
  type MediaRefusal,
} from './media.mutations'
import {
  attachmentSchema,
  imageSchema,
  moveMediaSchema,
  newAttachmentSchema,
  newImageSchema,
  removeMediaSchema,
} from './media.schema'
import { canEdit } from './policy'

type Result = ActionResult<Saved>

const FILE = 'file'

/** Making pictures anew takes work, and files take space. */
const uploads = createLimit({ name: 'initiative-file', points: 60, windowSeconds: 3_600 })

/** A draft is silent: nothing public changes. */
const editing = {
  actor: requireActor,
  load: ({ revisionId }: FormValues) => getRevisionDraft(String(revisionId)),
  can: canEdit,
  shows: 'nothing' as const,
}

/** Shows the change on the page of the form. */
function shown(): null {
  refresh()
  return null
}

/** No browser sends a chosen file back, so it is asked for again when something else is wrong. */
function askAgain(result: Result, form: FormData): Result {
  if (result.status !== 'invalid' || FILE in result.fieldErrors) return result
  if (chosenFile(form, FILE) === null) return result
  return { ...result, fieldErrors: { ...result.fieldErrors, [FILE]: ['fileAgain'] } }
}

const REFUSED = {
  image: { full: 'imagesFull', twice: 'fileTwice' },
  attachment: { full: 'attachmentsFull', twice: 'fileTwice' },
} as const satisfies Record<string, Record<MediaRefusal, string>>

/** The picture made anew; null when this one was made before. */
async function prepared(hash: string, content: Buffer, actorId: string) {
  return (await isStoredImage(hash)) ? null : prepareImage(content, actorId)
}

export async function addImageAction(_previous: Result, form: FormData): Promise<Result> {
  const result = await runForm(
    form,
    { ...editing, schema: newImageSchema },
    async ({ revisionId, ...words }, { actor, submission, values }) => {
      const refuse = (problem: string) => invalidField(FILE, problem, values)
      const file = await readChosenFile(form, FILE, MAX_IMAGE_BYTES)
      if ('fault' in file) return refuse(file.fault)
      const { content } = file
      const sender = { actorId: actor.userId, submission: withFile(submission, content) }
      if (await isRepeat(sender)) return shown()
      requireAllowed(await uploads.consume(actor.userId))
      const hash = hashOf(content)
      const [made, fault] = await Promise.all([
        prepared(hash, content, actor.userId),
        scanFile(content, actor.userId),
      ])
      if (fault !== null) return refuse(fault)
      if (made !== null && 'problem' in made) return refuse(made.problem)
      const refusal = await addImage({ revisionId, hash, made, words, ...sender })
      return refusal === null ? shown() : refuse(REFUSED.image[refusal])
    },
  )
  return askAgain(result, form)
}

export async function addAttachmentAction(_previous: Result, form: FormData): Promise<Result> {
  const result = await runForm(
    form,
    { ...editing, schema: newAttachmentSchema },
    async ({ revisionId, title }, { actor, submission, values }) => {
      const refuse = (problem: string) => invalidField(FILE, problem, values)
      const file = await readChosenFile(form, FILE, MAX_ATTACHMENT_BYTES)
      if ('fault' in file) return refuse(file.fault)
      const { content } = file
      const sender = { actorId: actor.userId, submission: withFile(submission, content) }
      if (await isRepeat(sender)) return shown()
      requireAllowed(await uploads.consume(actor.userId))
      const [found, fault] = await Promise.all([
        checkAttachment(file, actor.userId),
        scanFile(content, actor.userId),
      ])
      if (fault !== null) return refuse(fault)
      if ('problem' in found) return refuse(found.problem)
      const refusal = await addAttachment({
        revisionId,
        title,
        file: { hash: hashOf(content), kind: found.kind, content },
        ...sender,
      })
      return refusal === null ? shown() : refuse(REFUSED.attachment[refusal])
    },
  )
  return askAgain(result, form)
}

export async function changeImageAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...editing, schema: imageSchema },
    async ({ revisionId, mediaId, ...image }, { actor }) => {
      await saveImage({ revisionId, mediaId, actorId: actor.userId }, image)
      return shown()
    },
  )
}

export async function changeAttachmentAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...editing, schema: attachmentSchema },
    async ({ revisionId, mediaId, title }, { actor }) => {
      await saveAttachment({ revisionId, mediaId, actorId: actor.userId }, title)
      return shown()
    },
  )
}

export async function moveMediaAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...editing, schema: moveMediaSchema },
    async ({ revisionId, mediaId, ...move }, { actor }) => {
      await moveMedia({ revisionId, mediaId, actorId: actor.userId }, move)
      return shown()
    },
  )
}

export async function removeMediaAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...editing, schema: removeMediaSchema },
    async ({ revisionId, mediaId, kind }, { actor }) => {
      await removeMedia({ revisionId, mediaId, actorId: actor.userId }, kind)
      return shown()
    },
  )
}
