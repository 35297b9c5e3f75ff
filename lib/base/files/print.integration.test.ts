import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'

let stamp = 'one'
vi.mock('@/lib/base/cache/cached', () => ({ cached: () => () => Promise.resolve(stamp) }))

const folder = await mkdtemp(join(tmpdir(), 'praktijkbank-print-test-'))
const [go, log, chromium] = [join(folder, 'go'), join(folder, 'log'), join(folder, 'chromium')]
// Stands in for Chromium: records the call and writes the file when told to go on.
await writeFile(
  chromium,
  `#!/bin/sh
for word; do case "$word" in --print-to-pdf=*) file="\${word#--print-to-pdf=}";; http*) page="$word";; esac; done
echo "$page" >> ${log}
while [ ! -e ${go} ]; do sleep 0.02; done
printf '%%PDF of %s' "$page" > "$file"
`,
)
await chmod(chromium, 0o755)

const site = createServer((request, response) => {
  response.statusCode = request.url?.startsWith('/fault') ? 503 : 200
  response.end('page')
})
await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
Object.assign(process.env, {
  DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
  CHROME_PATH: chromium,
  NEXTAUTH_URL: `http://127.0.0.1:${String((site.address() as AddressInfo).port)}`,
})
const { printPage } = await import('./print')

const printed = async () =>
  (await readFile(log, 'utf8').catch(() => ''))
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => new URL(line).pathname)
const release = () => writeFile(go, '')
const busyWith = (count: number) =>
  vi.waitFor(async () => expect(await printed()).toHaveLength(count), { timeout: 10_000 })

beforeEach(async () => {
  await Promise.all([go, log].map((path) => rm(path, { force: true })))
  stamp = String(Math.random())
})
afterAll(async () => {
  site.close()
  await rm(folder, { recursive: true })
})

describe('printing', () => {
  it('of sixteen by a stranger takes one printer; somebody else has the other', async () => {
    const kinds: string[] = []
    const stranger = Array.from({ length: 16 }, async (_, n) => {
      const { kind } = await printPage(`/a${String(n)}`, 'network a')
      kinds.push(kind)
    })
    const owner = printPage('/b', 'account b')
    await busyWith(2)
    // Which of the sixteen comes first is up to the disk.
    expect((await printed()).toSorted()).toEqual([expect.stringMatching(/^\/a\d+$/), '/b'])
    await vi.waitFor(() => expect(kinds).toHaveLength(13), { timeout: 10_000 })
    expect(new Set(kinds)).toEqual(new Set(['personBusy']))
    await release()
    expect(await owner).toMatchObject({ kind: 'pdf' })
    await Promise.all(stranger)
    expect(kinds.slice(13)).toEqual(['pdf', 'pdf', 'pdf'])
  })

  it('makes one print of equal requests, and keeps it until something public changes', async () => {
    const both = [printPage('/same', 'network a'), printPage('/same', 'account b')]
    await busyWith(1)
    await release()
    const [one, other] = await Promise.all(both)
    expect(one).toEqual(other)
    expect(await printPage('/same', 'network c')).toEqual(one)
    expect(await printed()).toEqual(['/same'])
    stamp = 'changed'
    expect(await printPage('/same', 'network c')).toMatchObject({ kind: 'pdf' })
    expect(await printed()).toEqual(['/same', '/same'])
  })

  it('prints no page about a fault, and does not keep that it failed', async () => {
    await release()
    expect(await printPage('/fault', 'network a')).toEqual({ kind: 'failed' })
    expect(await printPage('/fault', 'network a')).toEqual({ kind: 'failed' })
    expect(await printed()).toEqual([])
  })
})
