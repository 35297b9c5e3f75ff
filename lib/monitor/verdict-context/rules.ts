/**
 * What else changed while a measure ran: published figures of the region in the year and in the
 * year before, in the same part of the year, beside regions that are alike. That a figure changed
 * says nothing about the measure; that it changed as much elsewhere says that something else did.
 * Source: docs/domain.md, 4; docs/adr/0014-regions-that-are-alike.md.
 */
import type { YearFigure } from '@/lib/figures/statistics/years.data'
import type { FigureChange, RegionChange } from './types'

export const MAX_CHANGES = 12

const yearOf = (period: string) => Number(period.slice(0, 4))
const partOf = (period: string) => period.slice(4)

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups.values()]
}

function changeOf(
  figures: readonly YearFigure[],
  own: string,
  year: number,
  part: string,
): RegionChange[] {
  const at = (of: number) => figures.find(({ period }) => period === `${String(of)}${part}`)
  const [now, before] = [at(year), at(year - 1)]
  if (!now || !before) return []
  const { slug, name } = now.region
  return [
    {
      region: { slug, name },
      isOwn: now.region.id === own,
      before: before.value,
      now: now.value,
      percent:
        before.value === 0
          ? null
          : Math.round(((now.value - before.value) / before.value) * 1_000) / 10,
    },
  ]
}

/** The last part of the year that the region has in both years; null when it has none. */
function lastCommonPart(own: readonly YearFigure[], year: number): string | null {
  const parts = (of: number) =>
    own.filter(({ period }) => yearOf(period) === of).map(({ period }) => partOf(period))
  const before = new Set(parts(year - 1))
  return (
    parts(year)
      .filter((part) => before.has(part))
      .toSorted()
      .at(-1) ?? null
  )
}

/** Changes of figures in a year, the own region first. Without two years of it there is none. */
export function figureChanges(
  figures: readonly YearFigure[],
  own: string,
  year: number,
): FigureChange[] {
  return groupBy(figures, ({ indicator, source }) => `${indicator.slug} ${source}`)
    .flatMap((of): FigureChange[] => {
      const perRegion = groupBy(of, ({ region }) => region.id)
      const mine = perRegion.find(([first]) => first?.region.id === own) ?? []
      const part = lastCommonPart(mine, year)
      const [first] = mine
      if (part === null || first === undefined) return []
      const regions = perRegion
        .flatMap((rows) => changeOf(rows, own, year, part))
        .toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn))
      const period = `${String(year)}${part}`
      return [{ indicator: first.indicator, source: first.source, period, regions }]
    })
    .toSorted((a, b) => a.indicator.position - b.indicator.position)
    .slice(0, MAX_CHANGES)
}
