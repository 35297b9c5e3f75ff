import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import {
  DecidedNotice,
  DecideSections,
  ProposerList,
} from '@/components/site/term-suggestions/decide-sections'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadSuggestion } from '@/lib/site/term-suggestions/loaders'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

async function load(params: Props['params']) {
  const { locale, id } = await params
  const path = getPathname({
    href: { pathname: '/workspace/admin/suggestions/[id]', params: { id } },
    locale,
  })
  return loadSuggestion(id, path)
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { suggestion } = await load(params)
  return { title: suggestion.name }
}

export default async function SuggestionPage({ params }: Props) {
  const [t, admin, workspace, { suggestion, terms }] = await Promise.all([
    getTranslations('vocabularies'),
    getTranslations('administration'),
    getTranslations('workspace'),
    load(params),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: admin('title'), href: '/workspace/admin' },
          { label: t('title'), href: '/workspace/admin/terms' },
          { label: suggestion.name },
        ]}
      />
      <PageHeader
        kicker={`${t('suggestions')} · ${t(`single.${suggestion.vocabulary}`)}`}
        title={suggestion.name}
      />
      <ProposerList suggestion={suggestion} />
      {suggestion.status === 'open' ? (
        <DecideSections suggestion={suggestion} terms={terms} />
      ) : (
        <DecidedNotice suggestion={suggestion} />
      )}
    </Page>
  )
}
