import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  finish,
  importsIn,
  kill,
  LONG,
  startImporter,
  startImporterWorld,
  stopImporterWorld,
  until,
} from '@/lib/base/testing/importer'

const world = await startImporterWorld()
const { client, codes } = world
const { one, open, written, stages } = importsIn(client)
const folder = mkdtempSync(join(tmpdir(), 'praktijkbank-import-'))
const file = join(folder, 'cijfers.csv')
const FILE = ['--into', 'dood-bestand', '--file', file]

afterAll(async () => {
  await stopImporterWorld(world)
  rmSync(folder, { recursive: true })
})

describe('an import of a file that is killed', () => {
  it(
    'goes on after its last row when the same file is handed in again; nothing is lost or doubled',
    LONG,
    async () => {
      const months = Array.from(
        { length: 200 },
        (_, at) => `${1995 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
      )
      const lines = codes.flatMap((code, at) =>
        months.map((month, index) => `${code};${month};${at + index}`),
      )
      const wrong = [
        'GM9999;2020-01;7',
        ...lines.slice(0, 45_000),
        `${codes[0] ?? ''};2020-13;7`,
        ...lines.slice(45_000),
      ]
      writeFileSync(file, `Gemeente;Maand;Aantal\n${wrong.join('\n')}\n`)
      // The third batch waits for a lock that we hold, so that the kill hits it halfway.
      await client.query(
        `
        CREATE FUNCTION hold_third_step () RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.pages = 3 THEN PERFORM pg_advisory_xact_lock(991); END IF; RETURN NEW; END $$
      `,
      )
      await client.query(
        'CREATE TRIGGER hold_third_step BEFORE UPDATE ON stat_import FOR EACH ROW EXECUTE FUNCTION hold_third_step()',
      )
      await client.query('SELECT pg_advisory_lock(991)')
      const first = startImporter(world, [...FILE, '--write'])
      await until(
        async () =>
          (
            await one<{ waiting: boolean }>(
              `SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 991 AND NOT granted) AS waiting`,
            )
          ).waiting,
      )
      await kill(first)
      await client.query(
        `
        SELECT pg_terminate_backend(pid)
        FROM pg_stat_activity
        WHERE datname = current_database()
          AND pid <> pg_backend_pid()
          AND wait_event_type = 'Lock'
      `,
      )
      await until(
        async () =>
          !(
            await one<{ busy: boolean }>(
              `SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle') AS busy`,
            )
          ).busy,
      )
      await client.query('DROP TRIGGER hold_third_step ON stat_import')
      await client.query('SELECT pg_advisory_unlock(991)')
      const cut = await open('dood-bestand')
      expect(cut).toMatchObject({ status: 'reading', staged: 40_000, read: false })
      expect(await written('dood-bestand')).toEqual({ count: 0, sum: 0 })

      const output = await finish(startImporter(world, [...FILE, '--write']))
      expect(output).toContain(
        `${lines.length + 2} rijen gelezen, 2 overgeslagen; ${lines.length} nieuw, 0 veranderd`,
      )
      expect(output).toMatch(
        /rij 2, Gemeente: regionUnknown GM9999\n\s+rij 45003, Maand: periodUnclear 2020-13/,
      )
      const sum = lines.reduce((all, line) => all + Number(line.split(';')[2]), 0)
      expect(await written('dood-bestand')).toEqual({ count: lines.length, sum })
      expect(await open('dood-bestand')).toMatchObject({
        id: cut?.id,
        status: 'done',
        staged: lines.length,
      })
      expect(await finish(startImporter(world, [...FILE, '--write']))).toContain(
        `0 nieuw, 0 veranderd, ${lines.length} gelijk`,
      )
      expect(await stages()).toBe(0)
    },
  )

  it('starts over when another file is handed in', LONG, async () => {
    await client.query(
      `
      INSERT INTO stat_import (
          id,
          dataset_id,
          status,
          trigger,
          label,
          fingerprint,
          next_page,
          pages,
          rows_staged
        )
      SELECT gen_random_uuid(), id, 'reading', 'command', 'oud.csv', 'anders', '20001', 1, 20000
      FROM stat_dataset
      WHERE slug = 'dood-bestand'
    `,
    )
    writeFileSync(file, `Gemeente;Maand;Aantal\n${codes[0] ?? ''};1995-01;0\n`)
    expect(await finish(startImporter(world, FILE))).toContain(
      '1 rijen gelezen, 0 overgeslagen; 0 nieuw',
    )
    expect(await one(`SELECT status, problem FROM stat_import WHERE label = 'oud.csv'`)).toEqual({
      status: 'failed',
      problem: 'cutOff',
    })
    await client.query(`DELETE FROM stat_import WHERE label = 'oud.csv'`)
  })

  it('of several hundred thousand figures fits in a small heap', LONG, async () => {
    const months = Array.from(
      { length: 550 },
      (_, at) => `${1970 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    )
    const lines = codes.flatMap((code, at) =>
      months.map((month, index) => `${code};${month};${at + index}`),
    )
    writeFileSync(file, `Gemeente;Maand;Aantal\n${lines.join('\n')}\n`)
    const child = startImporter(world, FILE, ['--max-old-space-size=96'])
    const output = await finish(child)
    expect(output).toContain(`checked`)
    expect(output).toContain(`${lines.length} rijen gelezen, 0 overgeslagen`)
  })
})
