import 'server-only'
import { notFound } from 'next/navigation'
import { cached } from '@/lib/base/cache/cached'
import { loadRegion } from '@/lib/base/regions/loaders'
import { getBalance, getWelfareFigures } from './data'
import { CARE_HOURS, domainSums, flows, welfareLines } from './rules'

const readFigures = cached('welfare-figures', getWelfareFigures)
const readBalance = cached('welfare-balance', getBalance)

export async function loadWelfare(slug: string) {
  const region = await loadRegion(slug)
  const [found, balance] = await Promise.all([readFigures(slug), readBalance(slug)])
  const { figures, scope, through } = found ?? notFound()
  const lines = welfareLines(figures, scope)
  const hours = figures.filter(
    (figure) => figure.indicator.slug === CARE_HOURS && scope.health.includes(figure.region.id),
  )
  const shown = [...lines.flatMap(({ here, country }) => [...here, ...country]), ...hours]
  return {
    region,
    lines,
    hours,
    through,
    shown,
    balance,
    sums: domainSums(balance),
    flows: flows(balance.rows),
  }
}
export type Welfare = Awaited<ReturnType<typeof loadWelfare>>
