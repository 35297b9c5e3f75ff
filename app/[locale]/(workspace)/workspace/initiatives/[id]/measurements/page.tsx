import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EvidencePanel } from '@/components/knowledge/evidence/evidence-panel'
import { StrongestFinding } from '@/components/judgement/measurements/finding'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { IndicatorResults } from '@/components/figures/indicators/indicator-results'
import { indicatorFields, measurementFields } from '@/components/figures/indicators/indicator-specs'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { EditorLinks } from '@/components/site/workspace/editor-links'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { saveIndicatorAction, saveMeasurementAction } from '@/lib/figures/indicators/actions'
import { loadMeasurementWork } from '@/lib/figures/indicators/loaders'
import { noonOf } from '@/lib/base/text/calendar'
import { indicatorValues, measurementValues } from '@/lib/figures/indicators/schema'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const PATH = '/workspace/initiatives/[id]/measurements' as const

async function load(params: Props['params']) {
  const { locale, id } = await params
  return {
    locale,
    ...(await loadMeasurementWork(
      id,
      getPathname({ href: { pathname: PATH, params: { id } }, locale }),
    )),
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ target }, t] = await Promise.all([load(params), getTranslations('indicators.edit')])
  return { title: t('title', { title: target.title }) }
}

export default async function MeasurementsPage({ params, searchParams }: Props) {
  const [{ locale, target, indicators, resultTypes }, query] = await Promise.all([
    load(params),
    searchParams,
  ])
  const [t, workspace, evidence] = await Promise.all([
    getTranslations('indicators.edit'),
    getTranslations('workspace'),
    getTranslations('evidence'),
  ])
  const { initiativeId } = target
  const labels = { submit: t('save'), busy: t('busy'), advice: { withoutN: t('withoutN') } }
  const types = resultTypes.map(({ slug, labelNl, labelEn }) => ({
    value: slug,
    label: locale === 'en' ? labelEn : labelNl,
  }))
  const options = indicators.map(({ id, label }) => ({ value: id, label }))
  const [first] = options
  const changing = indicators.find(({ id }) => id === query.indicator)
  const corrected = indicators.flatMap((indicator) =>
    indicator.measurements
      .filter(({ id }) => id === query.meting)
      .map((measurement) => ({ indicator, measurement })),
  )[0]
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: target.title },
          { label: workspace('measurements') },
        ]}
      />
      <PageHeader title={t('title', { title: target.title })} lead={t('lead')}>
        <EditorLinks
          target={target}
          other="/workspace/initiatives/[id]/policy"
          labels={{ other: t('toPolicy'), page: t('toPage') }}
        />
      </PageHeader>
      {indicators.length === 0 ? <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState> : null}
      {indicators.map((indicator) => (
        <div key={indicator.id}>
          <IndicatorResults indicator={indicator} />
          <ul className="flex flex-wrap gap-x-6 gap-y-1 py-3 text-sm">
            <li>
              <TextLink
                href={{
                  pathname: PATH,
                  params: { id: initiativeId },
                  query: { indicator: indicator.id },
                  hash: 'indicator',
                }}
              >
                {t('changeIndicator')}
              </TextLink>
            </li>
            {indicator.measurements.map(({ id, measuredOn, periodEnd }) => (
              <li key={id}>
                <TextLink
                  href={{
                    pathname: PATH,
                    params: { id: initiativeId },
                    query: { meting: id },
                    hash: 'meting',
                  }}
                >
                  {measuredOn === null && periodEnd === null
                    ? t('correct')
                    : t('correctOf', { date: noonOf(measuredOn ?? periodEnd ?? '') })}
                </TextLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {first ? (
        <Section
          id="meting"
          title={corrected ? t('correct') : t('addMeasurement')}
          lead={corrected ? t('correctLead') : undefined}
          className="mt-10"
        >
          {corrected ? (
            <FieldsForm
              key={corrected.measurement.id}
              action={saveMeasurementAction}
              fields={measurementFields(t, [], true)}
              labels={labels}
              stored={measurementValues(corrected.indicator.id, corrected.measurement)}
              about={{
                initiativeId,
                measurementId: randomUUID(),
                measuredIndicatorId: corrected.indicator.id,
                supersedesId: corrected.measurement.id,
              }}
            />
          ) : (
            <FieldsForm
              action={saveMeasurementAction}
              fields={measurementFields(t, options)}
              stored={{ measuredIndicatorId: first.value }}
              labels={labels}
              about={{
                initiativeId,
                measurementId: randomUUID(),
                ...(options.length === 1 && { measuredIndicatorId: first.value }),
              }}
            />
          )}
        </Section>
      ) : null}
      <Section id="indicator" title={changing ? t('changeIndicator') : t('addIndicator')}>
        {changing ? (
          <FieldsForm
            key={changing.id}
            action={saveIndicatorAction}
            fields={indicatorFields(t, types)}
            stored={indicatorValues(changing)}
            labels={labels}
            about={{ initiativeId, indicatorId: changing.id, version: changing.version }}
          />
        ) : (
          <FieldsForm
            action={saveIndicatorAction}
            fields={indicatorFields(t, types)}
            stored={{ resultType: 'outcome' }}
            labels={labels}
            about={{ initiativeId, indicatorId: randomUUID() }}
          />
        )}
      </Section>
      {target.isPublished ? (
        <Section id="bewijs" title={evidence('title')}>
          <EvidencePanel
            initiativeId={initiativeId}
            locale={locale}
            finding={<StrongestFinding initiativeId={initiativeId} locale={locale} />}
          />
        </Section>
      ) : null}
    </Page>
  )
}
