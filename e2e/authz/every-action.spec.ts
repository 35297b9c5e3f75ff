import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { createDatabase, freePort, startApplication } from '../application'
import { type Call, CALLS } from './actions/all.ts'
import { arrange, type Walker } from './arrange.ts'
import { addressOf, type Answer, callAction, type ServerAction } from './calling.ts'
import { isAllowed } from './matrix.ts'
import type { Targets } from './rows.ts'

const manifest = JSON.parse(
  readFileSync('.next/server/server-reference-manifest.json', 'utf8'),
) as { node: Record<string, ServerAction> }
const keyOf = (file: string, action: string) => `${file} ${action}`
const built = new Map(
  Object.entries(manifest.node).map(([id, action]) => [
    keyOf(action.filename, action.exportedName),
    { id, address: addressOf(action) },
  ]),
)

test('each server action that was built stands in the table of rights @S-510', () => {
  const named = new Set(CALLS.map(({ file, action }) => keyOf(file, action)))
  expect([...named].sort()).toEqual([...built.keys()].sort())
})

const nameOf = ({ action, file, about }: Call, { role, place }: Walker) =>
  `${file} ${action}${about === undefined ? '' : ` (${about})`} as ${role}, ${place} side`

type Expected = 'heard' | 'refused'

/**
 * Whether an answer is as expected. What is allowed may end at the first write, which is a fault of
 * the sealed database; what needs a proof may answer that the proof is wrong.
 */
function isRight(call: Call, expected: Expected, { kind }: Answer, wrote: boolean): boolean {
  if (expected === 'heard') return kind === 'heard' || (kind === 'fault' && wrote)
  return !wrote && (kind === 'refused' || (kind === 'heard' && call.needs === 'proof'))
}

interface Installation {
  origin: string
  targets: Targets
  writes: () => Promise<number>
}

/** Calls one action as each of these people and says which answers are wrong. */
async function walk(
  call: Call,
  expected: Expected,
  walkers: readonly Walker[],
  { origin, targets, writes }: Installation,
): Promise<string[]> {
  const { id, address } = built.get(keyOf(call.file, call.action)) ?? { id: '', address: '/' }
  const before = await writes()
  const answers = await Promise.all(
    walkers.map(async (walker) => ({
      walker,
      answer: await callAction({
        url: `${origin}${address}`,
        id,
        cookie: walker.cookie,
        fields: call.fields(targets),
        formOnly: call.formOnly === true,
      }),
    })),
  )
  const written = (await writes()) - before
  const faults = answers.filter(({ answer }) => answer.kind === 'fault').length
  const wrote = expected === 'heard' ? written >= faults : written > 0
  return answers
    .filter(({ answer }) => !isRight(call, expected, answer, wrote))
    .map(
      ({ walker, answer }) =>
        `${nameOf(call, walker)}: expected ${expected}, got ${answer.words} (${String(written)} writes in this round)`,
    )
}

test('each server action answers each role on each side as the table says @S-511', async () => {
  const database = await createDatabase()
  const { targets, walkers, writes, end } = await arrange(database.url)
  const port = await freePort()
  const application = await startApplication(port, database.url, true, {
    JOBS: '0',
    // Nobody answers there.
    CBS_ODATA_URL: 'http://127.0.0.1:9/odata/v1/CBS',
    IMPORT_HOSTS: '127.0.0.1:9',
  })
  const installation = { origin: `http://localhost:${String(port)}`, targets, writes }
  const wrong: string[] = []
  try {
    for (const call of CALLS) {
      const heard = walkers.filter((walker) => isAllowed(call, walker))
      const refused = walkers.filter((walker) => !isAllowed(call, walker))
      wrong.push(...(await walk(call, 'refused', refused, installation)))
      wrong.push(...(await walk(call, 'heard', heard, installation)))
    }
  } finally {
    await application.kill()
    await end()
    await database.drop()
  }
  expect(wrong).toEqual([])
})
