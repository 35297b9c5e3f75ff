import 'server-only'
import { createFairQueue } from '@/lib/base/cache/fair-queue'
import { runApart } from '@/lib/base/files/apart'
import { isAttachmentKind, MAX_ATTACHMENT_BYTES, type Inspection } from './types'

/** Together with waiting for a turn within five seconds. */
const LIMITS = { timeMs: 3_500, heapMb: 256, memoryMb: 768, answerBytes: 1_024 }

const CHILD = { file: 'lib/base/files/attachments/child.ts' }

const enter = createFairQueue({
  atOnce: 2,
  perPerson: { running: 1, waiting: 1 },
  waiting: 10,
  patienceMs: 1_200,
})

/** Opens the file in a process of its own, which is killed when it takes too much. */
export async function inspectApart(file: Buffer, limits = LIMITS): Promise<Inspection> {
  if (file.length > MAX_ATTACHMENT_BYTES) return { problem: 'file20TooLarge' }
  const answer = await runApart(CHILD, file, limits)
  if (answer === null) return { problem: 'fileSlow' }
  // Only our own child answers here, so its shape is known.
  return answer.length === 0
    ? { problem: 'attachmentBroken' }
    : (JSON.parse(answer.toString('utf8')) as Inspection)
}

const extensionOf = (name: string) => /\.([a-z]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/**
 * The kind of a sent document, or what is wrong with it: its content decides, and its name has to
 * agree. Two at once, one per person.
 */
export async function checkAttachment(
  { name, content }: { name: string; content: Buffer },
  person: string,
): Promise<Inspection> {
  const turn = await enter(person, () => inspectApart(content))
  if (turn.kind !== 'done') return { problem: 'fileBusy' }
  const found = turn.value
  if ('problem' in found) return found
  const claimed = extensionOf(name)
  return isAttachmentKind(claimed) && claimed !== found.kind ? { problem: 'attachmentName' } : found
}
