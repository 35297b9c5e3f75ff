import { getTranslations } from 'next-intl/server'
import { OverlayLines, Radar } from '@/components/charts/overlay-lines'
import type { OverlaySeries } from '@/components/charts/overlay-layout'
import { DataTable } from '@/components/ui/data-table'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState, ExampleMark } from '@/components/ui/notice'
import type { Locale } from '@/i18n/routing'
import type { Compared } from '@/lib/comparison/types'
import { letterOf, scoreWords } from './comparison-rows'

/** The criteria profiles over each other: lines first, a radar and a table for who prefers those. */
export async function CriteriaOverlay({ compared, locale }: { compared: readonly Compared[]; locale: Locale }) {
  const [t, assessments, words] = await Promise.all([getTranslations('comparison'), getTranslations('assessments'), scoreWords(locale)])
  const criteria = (compared[0]?.profile ?? []).map(({ labelNl, labelEn }) => (locale === 'en' ? labelEn : labelNl))
  const series: OverlaySeries[] = compared.map(({ initiative, profile }, index) => ({
    key: initiative.slug, letter: letterOf(index), title: initiative.title,
    lines: profile.map((line) => ({ scores: line.scores, median: line.median, provisional: line.provisional, words: words(line) })),
  }))
  const lines = series.flatMap((one) => one.lines)
  if (lines.every(({ scores }) => scores.length === 0)) return <EmptyState title={t('criteriaNone')}>{t('criteriaNoneWhy')}</EmptyState>
  return (
    <figure>
      {compared.some(({ profile }) => profile.some(({ reasons }) => reasons.some(({ isExample }) => isExample))) ? (
        <p className="mb-4 print:mb-0">
          <ExampleMark>{assessments('example')}</ExampleMark>
        </p>
      ) : null}
      <OverlayLines criteria={criteria} series={series} />
      <div className="mt-4 print:hidden">
        <Disclosure summary={t('radar')} className="text-sm">
          {lines.some(({ median, provisional }) => median !== null && !provisional) ? <Radar criteria={criteria} series={series} /> : <p>{t('radarNone')}</p>}
          <p className="mt-3 max-w-measure text-muted">{t('radarCaption')}</p>
        </Disclosure>
        <Disclosure summary={t('scoresTable')} className="text-sm">
          <DataTable
            caption={t('scoresCaption')}
            captionHidden
            rows={criteria}
            rowKey={(label) => label}
            columns={[
              { key: 'criterion', header: t('criterion'), cell: (label) => label },
              ...series.map(({ key, letter, title, lines: own }) => ({ key, header: `${letter}. ${title}`, cell: (label: string) => own[criteria.indexOf(label)]?.words ?? '' })),
            ]}
          />
        </Disclosure>
      </div>
    </figure>
  )
}
