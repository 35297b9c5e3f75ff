import { getTranslations } from 'next-intl/server'
import { Disclosure } from '@/components/base/ui/disclosure'
import { Section } from '@/components/base/ui/layout'
import type { Locale } from '@/i18n/routing'
import { loadTargetGroupFigures } from '@/lib/figures/indicators/loaders'
import { noteNumbers } from '@/lib/figures/indicators/rules'
import { FigureNotes } from './figure-notes'
import { FigureTable } from './figure-table'
import { TwoCounts } from './two-counts'

const SURVEY = 'oap-personen'
const SHARE = 'oap-aandeel'
const REGISTERED = 'gwu-personen'
const TYPE_ORDER = ['landsdeel', 'province', 'labour_market', 'ggd'] as const

export async function GroupSizes({ locale }: { locale: Locale }) {
  const [t, indicators, survey, register] = await Promise.all([
    getTranslations({ locale, namespace: 'taxonomy' }),
    getTranslations({ locale, namespace: 'indicators' }),
    loadTargetGroupFigures('cbs-onbenut-arbeidspotentieel'),
    loadTargetGroupFigures('gwu'),
  ])
  const figures = [...survey.figures, ...register.figures].filter(
    ({ indicator, breakdown }) =>
      breakdown === null && [SURVEY, SHARE, REGISTERED].includes(indicator.slug),
  )
  const national = (slug: string) =>
    figures.find(({ indicator, region }) => indicator.slug === slug && region.type === 'country')
  const regions = [
    ...new Map(
      figures
        .filter(({ region }) => region.type !== 'country')
        .map(({ region }) => [region.id, region]),
    ).values(),
  ]
  const notes = noteNumbers(figures)
  return (
    <Section id="cijfers" title={t('figures')} lead={t('figuresLead')}>
      <TwoCounts
        survey={national(SURVEY)}
        share={national(SHARE)}
        registered={national(REGISTERED)}
        overlap={survey.overlap}
        notes={notes}
      />
      {regions.length === 0 ? null : (
        <Disclosure summary={indicators('inRegions')} className="mt-6">
          <div className="space-y-6">
            {TYPE_ORDER.map((type) => {
              const rows = regions
                .filter((region) => region.type === type)
                .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
              return rows.length === 0 ? null : (
                <FigureTable
                  key={type}
                  caption={indicators(`typeTable.${type}`)}
                  regions={rows}
                  indicatorSlugs={[SURVEY, SHARE, REGISTERED]}
                  figures={figures.filter(({ region }) => region.type === type)}
                  notes={notes}
                />
              )
            })}
          </div>
        </Disclosure>
      )}
      <FigureNotes figures={[...figures, ...survey.overlap]} notes={notes} />
    </Section>
  )
}
