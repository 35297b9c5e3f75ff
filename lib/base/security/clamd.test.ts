import { afterEach, describe, expect, it } from 'vitest'
import { startClamd, VIRUS, VIRUS_NAME } from '@/lib/base/testing/clamd'
import { askClamd } from './clamd'

type Clamd = Awaited<ReturnType<typeof startClamd>>

const running: Clamd[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ stop }) => stop()))
})

async function ask(content: Uint8Array, behaviour?: Parameters<typeof startClamd>[0]) {
  const clamd = await startClamd(behaviour)
  running.push(clamd)
  const patience = behaviour === 'silent' ? 50 : 60_000
  const verdict = await askClamd(content, {
    host: '127.0.0.1',
    port: clamd.port,
    connectMs: 60_000,
    answerMs: patience,
  })
  return { verdict, seen: clamd.seen }
}

describe('clamd', () => {
  it('gets all of a file, in pieces, and says that it is clean', async () => {
    const large = Buffer.alloc(300_000, 'schoon ')
    expect(await ask(large)).toEqual({ verdict: { kind: 'clean' }, seen: [300_000] })
  })

  it('names what it found', async () => {
    const { verdict } = await ask(Buffer.from(`Plan ${VIRUS}`))
    expect(verdict).toEqual({ kind: 'infected', name: VIRUS_NAME })
  })

  it.each(['silent', 'hangsUp', 'refusesSize'] as const)(
    'counts as away when it %s',
    async (behaviour) => {
      expect((await ask(Buffer.from('Plan'), behaviour)).verdict).toEqual({ kind: 'away' })
    },
  )

  it('counts as away when nobody listens', async () => {
    const { port, stop } = await startClamd()
    await stop()
    const nobody = { host: '127.0.0.1', port, connectMs: 60_000, answerMs: 60_000 }
    expect(await askClamd(Buffer.from('Plan'), nobody)).toEqual({ kind: 'away' })
  })
})
