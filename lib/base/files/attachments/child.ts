// Runs alone, without rights to write, to start processes or to ask the network; see check.ts.
import { inspectAttachment } from './inspect.ts'

const closed = () => Promise.reject(new Error('documents are opened without a network'))
Object.defineProperty(globalThis, 'fetch', { value: closed, writable: false })

const parts: Buffer[] = []
for await (const part of process.stdin) if (Buffer.isBuffer(part)) parts.push(part)
process.stdout.write(JSON.stringify(await inspectAttachment(Buffer.concat(parts))))
