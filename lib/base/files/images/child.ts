// Runs alone, without rights to write, to start processes or to ask the network; see prepare.ts.
import { encodeImage } from './encode.ts'
import type { ImageAnswer } from './types.ts'

const parts: Buffer[] = []
for await (const part of process.stdin) if (Buffer.isBuffer(part)) parts.push(part)
const made = await encodeImage(Buffer.concat(parts))
const answer: ImageAnswer =
  'problem' in made
    ? made
    : {
        width: made.width,
        height: made.height,
        files: made.files.map(({ content, ...file }) => ({ ...file, bytes: content.length })),
      }
process.stdout.write(`${JSON.stringify(answer)}\n`)
if ('files' in made) for (const { content } of made.files) process.stdout.write(content)
