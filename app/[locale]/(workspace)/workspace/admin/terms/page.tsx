import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { SuggestionList } from '@/components/site/term-suggestions/suggestion-list'
import { getPathname } from '@/i18n/navigation'
import { loadOpenSuggestions } from '@/lib/site/term-suggestions/loaders'
import { loadVocabularies } from '@/lib/site/vocabularies/loaders'
import { VOCABULARY_SLUGS } from '@/lib/site/vocabularies/rules'
import { MANAGED } from '@/lib/site/vocabularies/types'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('vocabularies')
  return { title: t('title') }
}

export default async function TermsPage() {
  const path = getPathname({ href: '/workspace/admin/terms', locale: await getLocale() })
  const [t, admin, workspace, counts, suggestions] = await Promise.all([
    getTranslations('vocabularies'),
    getTranslations('administration'),
    getTranslations('workspace'),
    loadVocabularies(path),
    loadOpenSuggestions(path),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: admin('title'), href: '/workspace/admin' },
          { label: t('title') },
        ]}
      />
      <PageHeader title={t('title')} lead={t('lead')} />
      <Section id="lijsten" title={t('lists')}>
        <ul className="grid max-w-4xl gap-x-10 sm:grid-cols-2">
          {VOCABULARY_SLUGS.map((vocabulary) => (
            <li key={vocabulary} className="border-t border-hairline py-3">
              <TextLink
                href={{ pathname: '/workspace/admin/terms/[vocabulary]', params: { vocabulary } }}
                className="inline-flex min-h-11 items-center font-serif text-xl"
              >
                {t(`vocabulary.${MANAGED[vocabulary]}`)}
              </TextLink>
              <p className="text-muted">
                {t('count', { count: counts.get(MANAGED[vocabulary]) ?? 0 })}
              </p>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="voorstellen" title={t('suggestions')}>
        <SuggestionList suggestions={suggestions} />
      </Section>
    </Page>
  )
}
