import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { StatusWord, TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import { createCollectionAction } from '@/lib/knowledge/collections/actions'
import { loadOwnCollections } from '@/lib/knowledge/collections/loaders'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('collections.work')
  return { title: t('title') }
}

export default async function OwnCollectionsPage() {
  const { organisations, collections } = await loadOwnCollections(
    getPathname({ href: '/workspace/collections', locale: await getLocale() }),
  )
  const [t, shared, workspace] = await Promise.all([
    getTranslations('collections.work'),
    getTranslations('collections'),
    getTranslations('workspace'),
  ])
  const [first] = organisations
  const several = organisations.length > 1
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: t('title') }]}
      />
      <PageHeader title={t('title')} lead={t('lead')} />
      {first === undefined ? (
        <EmptyState title={t('noOrganisation')}>{t('noOrganisationWhy')}</EmptyState>
      ) : (
        <>
          {collections.length === 0 ? (
            <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
          ) : (
            <ul className="max-w-measure divide-y divide-hairline border-y border-hairline">
              {collections.map(({ id, title, count, publishedAt }) => (
                <li
                  key={id}
                  className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-4"
                >
                  <TextLink href={{ pathname: '/workspace/collections/[id]', params: { id } }}>
                    {title}
                  </TextLink>
                  <span className="text-sm text-muted">
                    {shared('count', { count })}{' '}
                    <StatusWord tone={publishedAt === null ? 'neutral' : 'good'}>
                      {t(publishedAt === null ? 'hidden' : 'public')}
                    </StatusWord>
                  </span>
                </li>
              ))}
            </ul>
          )}
          <Section id="nieuw" title={t('new')} className="mt-12">
            <FieldsForm
              action={createCollectionAction}
              about={several ? {} : { organisationId: first.value }}
              stored={several ? { organisationId: first.value } : {}}
              fields={[
                ...(several
                  ? [
                      {
                        kind: 'select' as const,
                        name: 'organisationId',
                        label: t('organisation'),
                        options: organisations,
                      },
                    ]
                  : []),
                { kind: 'text', name: 'title', label: t('field.title') },
                {
                  kind: 'textarea',
                  name: 'lead',
                  label: t('field.lead'),
                  hint: t('field.leadHint'),
                },
              ]}
              labels={{ submit: t('create'), busy: t('busy') }}
            />
          </Section>
        </>
      )}
    </Page>
  )
}
