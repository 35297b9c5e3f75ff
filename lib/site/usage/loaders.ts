import 'server-only'
import { notFound } from 'next/navigation'
import { addMonths, todayInNetherlands } from '@/lib/base/text/calendar'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { currentActor } from '@/lib/people/accounts/session'
import { getFirstDay, listKinds, listMonths, listMonthsOf, listPages } from './data'
import { canReadUsage } from './policy'
import { lastMonths, monthOf, MONTHS, readMonth, sinceFirst } from './rules'

/** Usage of all pages for an administrator; not found for anyone else. */
export async function loadUsage(asked: unknown, returnTo: string) {
  const actor = await requireActorPage(returnTo)
  if (!canReadUsage(actor)) notFound()
  const today = todayInNetherlands(new Date())
  const month = readMonth(asked, today)
  const [firstDay, counted, kinds, pages] = await Promise.all([
    getFirstDay(),
    listMonths(addMonths(monthOf(today), 1 - MONTHS)),
    listKinds(month),
    listPages(month),
  ])
  const months = sinceFirst(lastMonths(today), counted, firstDay)
  return { month, months, kinds, pages }
}

/** All pages of a month for a file; null for anyone but an administrator. */
export async function loadUsageFile(asked: unknown) {
  if (!canReadUsage(await currentActor())) return null
  const month = readMonth(asked, todayInNetherlands(new Date()))
  return { month, pages: await listPages(month, null) }
}

/** This month and the one before, of one initiative; the page around it knows who may see it. */
export async function loadInitiativeReadings(slug: string) {
  const today = todayInNetherlands(new Date())
  const months = lastMonths(today).slice(0, 2)
  const [firstDay, counted] = await Promise.all([
    getFirstDay(),
    listMonthsOf({ kind: 'initiative', object: slug }, months[1] ?? today),
  ])
  return sinceFirst(months, counted, firstDay)
}
