import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docxWithReferences, hostileFiles } from '@/lib/base/testing/documents/hostile'
import { readApart, readDocument } from './reader'
import { MAX_DOCUMENT_BYTES } from './types'

const PATIENCE_MS = 60_000
/** What stands in the way of a clock: a busy machine is slow, and that is no fault of the file. */
const patient = { timeMs: PATIENCE_MS, heapMb: 192, memoryMb: 640, answerBytes: 4_194_304 }

let requests: string[] = []
const server = createServer((request, response) => {
  requests.push(request.url ?? '')
  response.end()
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => server.close())

describe('a file that cannot be read', () => {
  it.each(hostileFiles())('%s gets words', async (_name, make, problem) => {
    expect(await readApart(make(), patient)).toEqual({ problem })
  })

  it('of more than 20 MB is not even handed on', async () => {
    const file = Buffer.alloc(MAX_DOCUMENT_BYTES + 1)
    expect(await readApart(file, patient)).toEqual({ problem: 'tooLarge' })
  })
})

describe('a document that names files elsewhere', () => {
  it('is read without asking for them', async () => {
    requests = []
    const { port } = server.address() as AddressInfo
    const file = docxWithReferences(`http://127.0.0.1:${String(port)}`)
    expect(await readApart(file, patient)).toEqual({
      blocks: [{ kind: 'paragraph', text: 'Projectplan Van buiten' }],
    })
    expect(requests).toEqual([])
  })
})

describe('the process that reads', () => {
  const text = Buffer.from('Doelgroep: jongeren')

  it('is stopped when its time is over', async () => {
    expect(await readApart(text, { ...patient, timeMs: 1 })).toEqual({ problem: 'tookLong' })
  })

  it('is stopped when it takes too much memory', async () => {
    expect(await readApart(text, { ...patient, memoryMb: 1 })).toEqual({ problem: 'tookLong' })
  })

  it('says so when it dies without an answer', async () => {
    expect(await readApart(text, { ...patient, heapMb: 1 })).toEqual({ problem: 'broken' })
  })

  it('is stopped when its answer has no end', async () => {
    expect(await readApart(text, { ...patient, answerBytes: 10 })).toEqual({ problem: 'tookLong' })
  })

  it('reads on after all of that', async () => {
    expect(await readApart(text, patient)).toEqual({
      blocks: [{ kind: 'paragraph', text: 'Doelgroep: jongeren' }],
    })
  })

  it('reads one document of a person while one waits, and refuses a third at once', async () => {
    const all = await Promise.all([1, 2, 3].map(() => readDocument(text, 'haast')))
    expect(all.at(-1)).toEqual({ problem: 'busy' })
  })
})
