import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import { db } from '@/lib/base/db/db'
import { todayInNetherlands, type CalendarDate } from '@/lib/base/text/calendar'
import { getRegionChain } from '@/lib/monitor/chains/data'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { listRecentRounds, listRegionEditors, listWriters, toRound } from './data'
import { dueReminder, measureProgress, roundEmail } from './rules'
import { STEPS, type MeasureProgress, type Step } from './types'

type Stored = Awaited<ReturnType<typeof listRecentRounds>>[number]

interface Due {
  row: Stored
  step: Step
  on: CalendarDate
  moment: 'before' | 'day'
  open: readonly MeasureProgress[]
}

/**
 * Open measures by who writes about them. Without a writer those are the editors of the region
 * itself; without any, all who may write for it.
 */
async function byWriter({ row, open }: Due): Promise<Map<string, string[]>> {
  const writers = await listWriters(row.id)
  const all = await listRegionEditors(row.region.id)
  const own = all.filter(({ isOwn }) => isOwn)
  const editors = (own.length > 0 ? own : all).map(({ id }) => id)
  const titles = new Map<string, string[]>()
  for (const { id, title } of open) {
    const writer = writers.get(id)
    const mayWrite = all.some((one) => one.id === writer)
    for (const person of writer !== undefined && mayWrite ? [writer] : editors)
      titles.set(person, [...(titles.get(person) ?? []), title])
  }
  return titles
}

async function tell(due: Due): Promise<number> {
  const { row, step, on, moment } = due
  const { region, year } = row
  const key = `${row.id}:${step}:${on}:${moment}`
  let told = 0
  for (const [person, titles] of await byWriter(due))
    told += await db.$transaction(async (tx) => {
      const people = await notifyPeople(
        tx,
        {
          kind: 'round-due',
          key,
          title: `${region.name} ${String(year)}`,
          path: `${pagePath('/workspace/regions/[slug]', { slug: region.slug })}?jaar=${String(year)}`,
          mail: {
            ...roundEmail({ step, region: region.name, year, on, titles }),
            key: `round-due:${key}`,
          },
        },
        { people: [person], subjects: [], actorId: null },
      )
      return people.length
    })
  return told
}

/**
 * Tells who writes what still lacks, two weeks before the day of a step and on it. Whoever was told
 * is not told again, so it may run at any time. Returns how many people were told.
 */
export async function remindRounds(now: Date): Promise<number> {
  const today = todayInNetherlands(now)
  let told = 0
  for (const row of await listRecentRounds(Number(today.slice(0, 4)))) {
    const { days } = toRound(row)
    const steps = STEPS.flatMap((step) => {
      const moment = dueReminder(days[step], today)
      return moment === null ? [] : [{ step, on: days[step], moment }]
    })
    if (steps.length === 0) continue
    const chain = await getRegionChain(row.region.id, row.year)
    const measures = measureProgress(chain?.goals ?? [], row.year)
    for (const due of steps) {
      const open = measures.filter((measure) => measure[due.step] === false)
      if (open.length > 0) told += await tell({ ...due, row, open })
    }
  }
  return told
}
