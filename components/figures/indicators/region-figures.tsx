import { useTranslations } from 'next-intl'
import { Disclosure } from '@/components/base/ui/disclosure'
import { noteNumbers, REGION_FIGURES } from '@/lib/figures/indicators/rules'
import type { ContextFigure, FigureRegion } from '@/lib/figures/indicators/types'
import { FigureNotes } from './figure-notes'
import { FigureTable } from './figure-table'
import { regionRows, type RegionSource } from './region-rows'
import { TwoCounts } from './two-counts'
import { UnemploymentTable } from './unemployment-table'

interface RegionFiguresProps extends RegionSource {
  overlap: readonly ContextFigure[]
}

interface TableProps {
  rows: readonly FigureRegion[]
  figures: readonly ContextFigure[]
  notes: ReturnType<typeof noteNumbers>
}

function RegisteredTable({ rows, figures, notes, region }: TableProps & { region: FigureRegion }) {
  const t = useTranslations('indicators')
  const [first] = rows
  if (first === undefined || (rows.length === 1 && first.id === region.id)) return null
  return (
    <FigureTable
      caption={t('registeredTable')}
      regions={rows}
      indicatorSlugs={REGION_FIGURES.registered}
      figures={figures}
      notes={notes}
    />
  )
}

function UnpaidFigures({
  rows,
  figures,
  notes,
  region,
  through,
}: TableProps & { region: FigureRegion; through: FigureRegion | undefined }) {
  const t = useTranslations('indicators')
  if (rows.length === 0) return null
  return (
    <div>
      <h3>{t('unpaidTitle')}</h3>
      <p className="mt-2 mb-4 max-w-measure text-sm text-muted">
        {through === undefined
          ? t('unpaidLead')
          : t('unpaidThrough', { region: region.name, province: through.name })}
      </p>
      <FigureTable
        caption={t('unpaidTable')}
        regions={rows}
        indicatorSlugs={REGION_FIGURES.unpaid}
        figures={figures}
        notes={notes}
      />
    </div>
  )
}

function InternationalFigures({ rows, figures, notes }: TableProps) {
  const t = useTranslations('indicators')
  if (rows.length === 0) return null
  return (
    <Disclosure summary={t('internationals')} className="border-b-0">
      <div className="space-y-6">
        <FigureTable
          caption={t('workingTable')}
          regions={rows}
          indicatorSlugs={REGION_FIGURES.working}
          figures={figures}
          notes={notes}
        />
        <FigureTable
          caption={t('livingTable')}
          regions={rows}
          indicatorSlugs={REGION_FIGURES.living}
          figures={figures}
          notes={notes}
        />
      </div>
    </Disclosure>
  )
}

export function RegionFigures({ region, scope, regions, figures, overlap }: RegionFiguresProps) {
  const t = useTranslations('indicators')
  const rows = regionRows({ region, scope, regions, figures })
  const notes = noteNumbers(rows.shown)
  return (
    <div className="space-y-10">
      <div>
        <h3 className="mb-4">{t('paidTitle')}</h3>
        <TwoCounts
          survey={rows.survey}
          share={rows.share}
          registered={rows.registered}
          overlap={overlap}
          notes={notes}
        />
      </div>
      <RegisteredTable rows={rows.registeredRows} figures={figures} notes={notes} region={region} />
      {rows.unemployedIn === undefined ? null : (
        <UnemploymentTable region={rows.unemployedIn} figures={figures} notes={notes} />
      )}
      <UnpaidFigures
        rows={rows.health}
        figures={figures}
        notes={notes}
        region={region}
        through={rows.healthThrough}
      />
      <InternationalFigures rows={rows.people} figures={figures} notes={notes} />
      <FigureNotes figures={[...rows.shown, ...overlap]} notes={notes} />
    </div>
  )
}
