import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ContentsList } from '@/components/knowledge/initiatives/contents-list'
import { SimilarityExplained } from '@/components/exchange/comparison/similarity-explained'
import { CountingExplained } from '@/components/judgement/method/counting-explained'
import { EvidenceLadder } from '@/components/judgement/method/evidence-ladder'
import { FitExplained } from '@/components/judgement/method/fit-explained'
import { CriterionArticle } from '@/components/judgement/method/criterion-article'
import { JudgementLayers } from '@/components/judgement/method/judgement-layers'
import { LiveFigures } from '@/components/judgement/method/live-figures'
import { NumbersExplained } from '@/components/judgement/method/numbers'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import type { Locale } from '@/i18n/routing'
import { loadCriteria } from '@/lib/judgement/assessments/loaders'
import { loadTerms } from '@/lib/base/taxonomy/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('method')
  return { title: t('title'), description: t('lead') }
}

const FRESH = ['measurement', 'score', 'entry', 'version', 'novelty'] as const

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
  const [t, fit, criteria, levels] = await Promise.all([
    getTranslations('method'),
    getTranslations('search.fitExplained'),
    loadCriteria(),
    loadTerms('evidence_level'),
  ])
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <aside className="lg:order-last">
          <div className="lg:sticky lg:top-6">
            <MethodContents />
          </div>
        </aside>
        <div className="min-w-0">
          <Section id="lagen" title={t('layers.title')} lead={t('layers.lead')}>
            <JudgementLayers />
          </Section>
          <ScoringRules />
          <Section id="criteria" title={t('criteria.title')} lead={t('criteria.lead')}>
            {criteria.map((criterion) => (
              <CriterionArticle key={criterion.slug} criterion={criterion} />
            ))}
          </Section>
          <Section id="bewijs" title={t('evidence.title')} lead={t('evidence.lead')}>
            <EvidenceLadder levels={levels} locale={locale} />
            <p className="mt-6 max-w-measure">{t('evidence.lift')}</p>
          </Section>
          <Section id="getallen" title={t('numbers.title')} lead={t('numbers.lead')}>
            <NumbersExplained />
          </Section>
          <FreshnessRules />
          <Section id="cijfers" title={t('figures.title')} lead={t('figures.lead')}>
            <LiveFigures criteria={criteria} locale={locale} />
          </Section>
          <Section id="tellen" title={t('counting.title')} lead={t('counting.lead')}>
            <CountingExplained />
          </Section>
          <Section id="past" title={fit('title')} lead={fit('lead')}>
            <FitExplained />
          </Section>
          <SimilarityExplained />
          <SourceSection />
        </div>
      </div>
    </Page>
  )
}

function MethodContents() {
  const t = useTranslations('method')
  const fit = useTranslations('search.fitExplained')
  const similar = useTranslations('comparison.explained')
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
  return <ContentsList items={contents} />
}

function ScoringRules() {
  const t = useTranslations('method')
  return (
    <Section id="regels" title={t('rules.title')}>
      <ul className="max-w-measure list-disc space-y-2 pl-5">
        {RULES.map((rule) => (
          <li key={rule}>{t(`rules.${rule}`)}</li>
        ))}
      </ul>
      <p className="mt-4 max-w-measure">
        {t.rich('rules.unchanged', {
          link: (text) => <TextLink href="/unchanged">{text}</TextLink>,
        })}
      </p>
    </Section>
  )
}

function FreshnessRules() {
  const t = useTranslations('method')
  return (
    <Section id="actueel" title={t('fresh.title')} lead={t('fresh.lead')}>
      <ul className="max-w-measure list-disc space-y-2 pl-5">
        {FRESH.map((rule) => (
          <li key={rule}>{t(`fresh.${rule}`)}</li>
        ))}
      </ul>
    </Section>
  )
}

function SourceSection() {
  const t = useTranslations('method')
  return (
    <Section id="bron" title={t('source.title')}>
      <p className="max-w-measure">{t('source.text')}</p>
      <p className="mt-4">
        <a href="/api/v1/openapi.json">{t('source.data')}</a>
      </p>
    </Section>
  )
}
