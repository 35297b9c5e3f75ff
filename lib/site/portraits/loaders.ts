import 'server-only'
import { origin } from '@/lib/base/runtime/env'
import { getSettings } from '@/lib/base/settings/loaders'
import { siteName } from '@/lib/base/settings/rules'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import { loadCompared } from '@/lib/exchange/comparison/loaders'
import { citationOf } from '@/lib/knowledge/citations/rules'
import { readPortraits } from './rules'
import type { Portrait } from './types'

/** The published initiatives of this address, in its order; what is not public is left out. */
export async function loadPortraits(
  raw: string | readonly string[] | undefined,
): Promise<Portrait[]> {
  const [found, settings] = await Promise.all([
    Promise.all(readPortraits(raw).map(loadCompared)),
    getSettings(),
  ])
  const compared = found.filter((one) => one !== null)
  const about = {
    site: siteName(settings),
    origin,
    readOn: todayInNetherlands(new Date()),
  }
  return compared.map((one) => ({
    compared: one,
    citation: citationOf(one.initiative, about),
  }))
}
