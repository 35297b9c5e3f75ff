import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ContentsList } from '@/components/knowledge/initiatives/contents-list'
import { SimilarityExplained } from '@/components/exchange/comparison/similarity-explained'
import { FitExplained } from '@/components/judgement/method/fit-explained'
import { CriterionArticle } from '@/components/judgement/method/criterion-article'
import { LiveFigures } from '@/components/judgement/method/live-figures'
import { NumbersExplained } from '@/components/judgement/method/numbers'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import type { Locale } from '@/i18n/routing'
import { loadCriteria } from '@/lib/judgement/assessments/loaders'
import { EVIDENCE_LEVELS } from '@/lib/knowledge/evidence/types'
import { loadTerms } from '@/lib/base/taxonomy/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('method')
  return { title: t('title'), description: t('lead') }
}

const FRESH = ['measurement', 'score', 'entry', 'version', 'novelty'] as const
const LAYERS = ['self', 'panel', 'evidence'] as const
const RULES = [
  'scale',
  'reason',
  'own',
  'blind',
  'three',
  'median',
  'divided',
  'exceeds',
  'version',
  'age',
] as const

export default async function MethodPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params
  const [t, fit, similar, words, criteria, levels] = await Promise.all([
    getTranslations('method'),
    getTranslations('search.fitExplained'),
    getTranslations('comparison.explained'),
    getTranslations('evidence'),
    loadCriteria(),
    loadTerms('evidence_level'),
  ])
  const definition = (slug: string) => {
    const term = levels.find((level) => level.slug === slug)
    return locale === 'en' ? term?.definitionEn : term?.definitionNl
  }
  const contents = [
    { id: 'lagen', label: t('layers.title') },
    { id: 'regels', label: t('rules.title') },
    { id: 'criteria', label: t('criteria.title') },
    { id: 'bewijs', label: t('evidence.title') },
    { id: 'getallen', label: t('numbers.title') },
    { id: 'actueel', label: t('fresh.title') },
    { id: 'cijfers', label: t('figures.title') },
    { id: 'tellen', label: t('counting.title') },
    { id: 'past', label: fit('title') },
    { id: 'lijkt-op', label: similar('title') },
    { id: 'bron', label: t('source.title') },
  ]
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <aside className="lg:order-last">
          <div className="lg:sticky lg:top-6">
            <ContentsList items={contents} />
          </div>
        </aside>
        <div className="min-w-0">
          <Section id="lagen" title={t('layers.title')} lead={t('layers.lead')}>
            <dl className="grid gap-x-10 gap-y-6 md:grid-cols-3">
              {LAYERS.map((layer) => (
                <div key={layer} className="border-t-4 border-green pt-3">
                  <dt className="font-serif text-lg font-semibold">{t(`layers.${layer}`)}</dt>
                  <dd className="mt-1">{t(`layers.${layer}Text`)}</dd>
                </div>
              ))}
            </dl>
          </Section>
          <Section id="regels" title={t('rules.title')}>
            <ul className="max-w-measure list-disc space-y-2 pl-5">
              {RULES.map((rule) => (
                <li key={rule}>{t(`rules.${rule}`)}</li>
              ))}
            </ul>
          </Section>
          <Section id="criteria" title={t('criteria.title')} lead={t('criteria.lead')}>
            {criteria.map((criterion) => (
              <CriterionArticle key={criterion.slug} criterion={criterion} />
            ))}
          </Section>
          <Section id="bewijs" title={t('evidence.title')} lead={t('evidence.lead')}>
            <ol className="max-w-measure divide-y divide-hairline border-y border-hairline">
              {EVIDENCE_LEVELS.map((level, rank) => (
                <li key={level} className="py-4">
                  <p>
                    <span className="text-sm text-muted tabular">
                      {t('evidence.rank', { rank })} ·{' '}
                    </span>
                    <strong className="font-serif text-lg font-semibold">
                      {words(`level.${level}`)}
                    </strong>
                  </p>
                  <p>{definition(level)}</p>
                  <p className="mt-1 text-sm text-muted">{t(`evidence.rule.${level}`)}</p>
                </li>
              ))}
            </ol>
            <p className="mt-6 max-w-measure">{t('evidence.lift')}</p>
          </Section>
          <Section id="getallen" title={t('numbers.title')} lead={t('numbers.lead')}>
            <NumbersExplained />
          </Section>
          <Section id="actueel" title={t('fresh.title')} lead={t('fresh.lead')}>
            <ul className="max-w-measure list-disc space-y-2 pl-5">
              {FRESH.map((rule) => (
                <li key={rule}>{t(`fresh.${rule}`)}</li>
              ))}
            </ul>
          </Section>
          <Section id="cijfers" title={t('figures.title')} lead={t('figures.lead')}>
            <LiveFigures criteria={criteria} locale={locale} />
          </Section>
          <Section id="tellen" title={t('counting.title')} lead={t('counting.lead')}>
            <dl className="grid gap-x-10 gap-y-6 md:grid-cols-2">
              {(['survey', 'register'] as const).map((count) => (
                <div key={count} className="border-t-2 border-edge pt-3">
                  <dt className="font-serif text-lg font-semibold">{t(`counting.${count}`)}</dt>
                  <dd className="mt-1">{t(`counting.${count}Text`)}</dd>
                </div>
              ))}
            </dl>
            <p className="mt-6 max-w-measure">{t('counting.background')}</p>
            <p className="mt-4 max-w-measure">{t('counting.withheld')}</p>
          </Section>
          <Section id="past" title={fit('title')} lead={fit('lead')}>
            <FitExplained />
          </Section>
          <SimilarityExplained />
          <Section id="bron" title={t('source.title')}>
            <p className="max-w-measure">{t('source.text')}</p>
            <p className="mt-4">
              <a href="/api/v1/openapi.json">{t('source.data')}</a>
            </p>
          </Section>
        </div>
      </div>
    </Page>
  )
}
