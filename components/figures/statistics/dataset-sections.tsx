import { useTranslations } from 'next-intl'
import { DatasetFigure } from '@/components/figures/statistics/dataset-figure'
import type { SeenQuery } from '@/components/figures/statistics/seen-choice'
import { Section } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import type { loadIndicatorAsSeen } from '@/lib/figures/statistics/loaders'

interface DatasetSectionsProps {
  seen: Awaited<ReturnType<typeof loadIndicatorAsSeen>>
  label: string
  slug: string
  query: SeenQuery
  locale: Locale
}

export function DatasetSections({ seen, label, slug, query, locale }: DatasetSectionsProps) {
  const { datasets, indicator, chosenRegion, span } = seen
  const t = useTranslations('statistics')
  const page = getPathname({
    href: { pathname: '/figures/[slug]', params: { slug }, query },
    locale,
  })
  return datasets
    .filter(({ figures }) => figures.length > 0)
    .map((dataset) => (
      <Section
        key={dataset.id}
        id={dataset.slug}
        title={
          dataset.kind === 'rollup' ? t('rollupTitle', { title: dataset.title }) : dataset.title
        }
        lead={dataset.kind === 'rollup' ? t('rollupLead') : undefined}
      >
        <DatasetFigure
          dataset={dataset}
          indicator={{ ...indicator, label }}
          chosen={chosenRegion}
          page={page}
        />
        {dataset.isCut || dataset.hasOlder ? (
          <p className="mt-1 text-sm text-muted">
            {t(dataset.isCut ? 'cut' : span === 'all' ? 'olderCut' : 'older')}
          </p>
        ) : null}
      </Section>
    ))
}
