import 'server-only'
import { createFairQueue } from '@/lib/base/cache/fair-queue'
import { runApart } from '@/lib/base/files/apart'
import { MAX_IMAGE_BYTES, type ImageAnswer, type ImageProblem, type PreparedImage } from './types'

/** Together with waiting for a turn within five seconds. */
const LIMITS = { timeMs: 4_000, heapMb: 192, memoryMb: 768, answerBytes: 16 * 1_024 * 1_024 }

const CHILD = { file: 'lib/base/files/images/child.ts', native: true }

const enter = createFairQueue({
  atOnce: 2,
  perPerson: { running: 1, waiting: 1 },
  waiting: 10,
  patienceMs: 800,
})

type Prepared = PreparedImage | { problem: ImageProblem }

/** Only our own child answers here, so its shape is known. */
function parse(bytes: Buffer): Prepared {
  const end = bytes.indexOf('\n')
  const answer = JSON.parse(bytes.toString('utf8', 0, end)) as ImageAnswer
  if ('problem' in answer) return answer
  let at = end + 1
  const files = answer.files.map(({ bytes: length, ...file }) => {
    const content = Buffer.from(bytes.subarray(at, at + length))
    at += length
    return { ...file, content }
  })
  return { width: answer.width, height: answer.height, files }
}

/** Makes the picture anew in a process of its own, which is killed when it takes too much. */
export async function prepareApart(file: Buffer, limits = LIMITS): Promise<Prepared> {
  if (file.length > MAX_IMAGE_BYTES) return { problem: 'file20TooLarge' }
  const answer = await runApart(CHILD, file, limits)
  if (answer === null) return { problem: 'fileSlow' }
  return answer.length === 0 ? { problem: 'imageBroken' } : parse(answer)
}

/** The picture in our own formats, or what is wrong with it. Two at once, one per person. */
export async function prepareImage(file: Buffer, person: string): Promise<Prepared> {
  const turn = await enter(person, () => prepareApart(file))
  return turn.kind === 'done' ? turn.value : { problem: 'fileBusy' }
}
