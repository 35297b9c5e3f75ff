import { useTranslations } from 'next-intl'
import { FigureNotes } from '@/components/figures/indicators/figure-notes'
import { PrintedTable } from '@/components/figures/statistics/printed-table'
import { Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import type { ContextFigure } from '@/lib/figures/indicators/types'

export function ReportFigures({
  withheld,
  report,
  notes,
}: {
  withheld: number
  report: ContextFigure[]
  notes: Map<string, number>
}) {
  const t = useTranslations('statistics')
  return (
    <Section id="rapport" title={t('reportTitle')} lead={t('reportLead')}>
      {withheld > 0 ? (
        <Notice tone="attention" className="mb-6">
          {t('withheld', { count: withheld })}
        </Notice>
      ) : null}
      {report.length === 0 ? null : (
        <>
          <PrintedTable caption={t('reportTitle')} figures={report} notes={notes} />
          <FigureNotes figures={report} notes={notes} />
        </>
      )}
    </Section>
  )
}
