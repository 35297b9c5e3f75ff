import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { OwnSuggestions } from '@/components/site/term-suggestions/suggestion-list'
import { getPathname } from '@/i18n/navigation'
import { suggestTermAction } from '@/lib/site/term-suggestions/actions'
import { loadSuggesting } from '@/lib/site/term-suggestions/loaders'
import { TAGS } from '@/lib/site/vocabularies/types'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('vocabularies.suggest')
  return { title: t('title') }
}

export default async function SuggestPage({ searchParams }: Props) {
  const path = getPathname({ href: '/workspace/suggestions/new', locale: await getLocale() })
  const [t, kinds, workspace, { vocabulary, draft, own }] = await Promise.all([
    getTranslations('vocabularies.suggest'),
    getTranslations('vocabularies.vocabulary'),
    getTranslations('workspace'),
    loadSuggesting(await searchParams, path),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: t('title') }]}
      />
      <PageHeader title={t('title')} lead={t('lead')} />
      {draft ? (
        <Notice className="mb-8 max-w-measure" title={t('for', { title: draft.title })}>
          {t('kept')}
        </Notice>
      ) : null}
      <FieldsForm
        action={suggestTermAction}
        about={{ revisionId: draft?.id ?? '' }}
        stored={{ vocabulary: vocabulary ?? '' }}
        fields={[
          {
            kind: 'select',
            name: 'vocabulary',
            label: t('vocabulary'),
            options: [
              ...(vocabulary === null ? [{ value: '', label: t('choose') }] : []),
              ...Object.values(TAGS).map((value) => ({ value, label: kinds(value) })),
            ],
          },
          { kind: 'text', name: 'name', label: t('name'), autoComplete: 'off' },
          { kind: 'textarea', name: 'why', label: t('why'), hint: t('whyHint') },
        ]}
        labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
      />
      <Section id="eigen" title={t('own')} className="mt-14">
        <OwnSuggestions own={own} />
      </Section>
    </Page>
  )
}
