import { Dutch } from '@/components/figures/indicators/figure-text'
import type { loadReportTables } from '@/lib/figures/statistics/loaders'

type Loaded = Awaited<ReturnType<typeof loadReportTables>>

export function CaveatList({ caveats }: { caveats: Loaded['caveats'] }) {
  return (
    <ol className="list-decimal space-y-3 pl-6">
      {caveats.map((row) => (
        <li key={row.slug} className="max-w-measure">
          <Dutch>
            {row.finding} <span className="text-sm text-muted">({row.reportRef})</span>
          </Dutch>
        </li>
      ))}
    </ol>
  )
}
