import { afterAll, describe, expect, it } from 'vitest'
import {
  finish,
  importsIn,
  kill,
  LONG,
  PAGE,
  startImporter,
  startImporterWorld,
  stopImporterWorld,
  until,
} from '@/lib/base/testing/importer'

const world = await startImporterWorld()
const { client, server, table } = world
const { one, open, written, stages } = importsIn(client)
const asked = () => server.asked.filter((path) => path.includes('/Observations'))

afterAll(() => stopImporterWorld(world))

describe('an import of CBS that is killed', () => {
  it(
    'half-way reading goes on from its last page; half-way writing it writes again from what was read; nothing is lost or doubled',
    LONG,
    async () => {
      const total = table.observations.length
      const sum = table.observations.reduce((all, row) => all + Number(row.Value), 0)
      let reached = false
      server.breakOnce(/skip=4000/, () => {
        reached = true
      })
      const first = startImporter(world, ['--cbs', 'dood-cbs', '--write'])
      await until(() => reached)
      await kill(first)
      expect(await open('dood-cbs')).toMatchObject({
        status: 'reading',
        staged: 4_000,
        read: false,
      })
      expect(await written('dood-cbs')).toEqual({ count: 0, sum: 0 })

      // The second run reads to the end and is killed while it writes its rows.
      server.asked.length = 0
      await client.query('BEGIN')
      await client.query('LOCK TABLE stat_cell IN SHARE MODE')
      const second = startImporter(world, ['--cbs', 'dood-cbs', '--write'])
      await until(
        async () =>
          (
            await one<{ waiting: boolean }>(
              `SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'stat_cell'::regclass) AS waiting`,
            )
          ).waiting,
      )
      await kill(second)
      await client.query('ROLLBACK')
      expect(asked()[0]).toContain('skip=4000')
      expect(asked()).toHaveLength(Math.ceil(total / PAGE) - 8)
      await until(
        async () =>
          !(
            await one<{ busy: boolean }>(
              `SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle') AS busy`,
            )
          ).busy,
      )
      expect(await open('dood-cbs')).toMatchObject({ status: 'reading', staged: total, read: true })
      expect(await written('dood-cbs')).toEqual({ count: 0, sum: 0 })

      server.asked.length = 0
      expect(await finish(startImporter(world, ['--cbs', 'dood-cbs', '--write']))).toContain(
        `${total} nieuw, 0 veranderd, 0 gelijk, 0 vervallen`,
      )
      expect(asked()).toEqual([])
      expect(await written('dood-cbs')).toEqual({ count: total, sum })
      expect(await open('dood-cbs')).toMatchObject({ status: 'done' })
      expect(await stages()).toBe(0)
    },
  )
})
