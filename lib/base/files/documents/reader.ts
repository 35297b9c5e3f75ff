import 'server-only'
import { runApart } from '@/lib/base/files/apart'
import { createFairQueue } from '@/lib/base/cache/fair-queue'
import { MAX_DOCUMENT_BYTES, type DocumentProblem, type Reading } from './types'

/** Together with waiting for a turn within five seconds. */
const LIMITS = { timeMs: 3_500, heapMb: 192, memoryMb: 640, answerBytes: 4 * 1_024 * 1_024 }

const CHILD = { file: 'lib/base/files/documents/child.ts' }

const enter = createFairQueue({
  atOnce: 2,
  perPerson: { running: 1, waiting: 1 },
  waiting: 10,
  patienceMs: 1_200,
})

const refused = (problem: DocumentProblem): Reading => ({ problem })

/** Only our own child answers here, so its shape is known. */
const parse = (answer: Buffer) => JSON.parse(answer.toString('utf8')) as Reading

/** Reads in a process of its own, which is killed when it takes too much time or memory. */
export async function readApart(file: Buffer, limits = LIMITS): Promise<Reading> {
  if (file.length > MAX_DOCUMENT_BYTES) return refused('tooLarge')
  const answer = await runApart(CHILD, file, limits)
  if (answer === null) return refused('tookLong')
  // A document that ends the process that reads it is not one to read.
  return answer.length === 0 ? refused('broken') : parse(answer)
}

/** The words of a document, or what is wrong with it. Two are read at once, one per person. */
export async function readDocument(file: Buffer, person: string): Promise<Reading> {
  const turn = await enter(person, () => readApart(file))
  return turn.kind === 'done' ? turn.value : refused('busy')
}
