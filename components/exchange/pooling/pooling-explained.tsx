import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/base/ui/layout'
import { loadTerms } from '@/lib/base/taxonomy/loaders'
import { offered } from '@/lib/base/taxonomy/rules'
import { definitionIn, labelIn } from '@/lib/base/text/label'

const RULES = ['outcome', 'moment', 'design', 'counts', 'once', 'three', 'alone', 'mixed'] as const

/** Which results are taken together, how, and the outcomes that they have in common. */
export async function PoolingExplained() {
  const [t, locale, outcomes] = await Promise.all([
    getTranslations('pooling.explained'),
    getLocale(),
    loadTerms('outcome'),
  ])
  return (
    <Section id="samennemen" title={t('title')} lead={t('lead')}>
      <ul className="max-w-measure list-disc space-y-2 pl-5">
        {RULES.map((rule) => (
          <li key={rule}>{t(rule)}</li>
        ))}
      </ul>
      <p className="mt-4 max-w-measure text-sm text-muted">{t('source')}</p>
      <h3 className="mt-8">{t('list')}</h3>
      <dl className="mt-3 max-w-measure divide-y divide-hairline border-y border-hairline">
        {offered(outcomes).map((outcome) => (
          <div key={outcome.slug} className="py-2">
            <dt className="font-semibold">{labelIn(locale, outcome)}</dt>
            <dd>{definitionIn(locale, outcome)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
