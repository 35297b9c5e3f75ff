import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EntryList } from '@/components/knowledge/collections/entry-list'
import { FollowButton } from '@/components/people/follows/follow-button'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState, ExampleMark } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadCollection } from '@/lib/knowledge/collections/loaders'
import { choiceValue, MAX_COMPARED } from '@/lib/exchange/comparison/rules'
import { origin } from '@/lib/base/runtime/env'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, lead } = await loadCollection((await params).slug)
  return { title, description: lead }
}

export default async function CollectionPage({ params }: Props) {
  const { locale, slug } = await params
  const [t, collection] = await Promise.all([getTranslations('collections'), loadCollection(slug)])
  const { title, lead, story, organisation, publishedAt, entries, isExample } = collection
  const here = { pathname: '/collections/[slug]', params: { slug } } as const
  return (
    <Page>
      <Breadcrumbs items={[{ label: t('title'), href: '/collections' }, { label: title }]} />
      <article lang="nl">
        <PageHeader kicker={t('by', { organisation })} title={title} lead={lead}>
          <p className="mt-3 text-sm text-muted">{`${t('count', { count: entries.length })}${publishedAt === null ? '' : ` · ${t('since', { date: new Date(publishedAt) })}`}`}</p>
          {isExample ? (
            <p className="mt-3">
              <ExampleMark>{t('example')}</ExampleMark>
            </p>
          ) : null}
          <div className="mt-6 flex flex-wrap items-start gap-3 print:hidden">
            <FollowButton type="collection" slug={slug} back={here} />
            {entries.length > 1 ? (
              <ButtonLink
                variant="secondary"
                href={{
                  pathname: '/compare',
                  query: { i: choiceValue(entries.slice(0, MAX_COMPARED).map((one) => one.slug)) },
                }}
                prefetch={false}
                rel="nofollow"
              >
                {t('compare')}
              </ButtonLink>
            ) : null}
          </div>
        </PageHeader>
        {story === '' ? null : (
          <Section id="verhaal" title={t('story')}>
            <p className="max-w-measure text-lg leading-relaxed whitespace-pre-line">{story}</p>
          </Section>
        )}
        <Section id="lijst" title={t('list')}>
          {entries.length === 0 ? (
            <EmptyState title={t('empty')}>{t('emptyWhy')}</EmptyState>
          ) : (
            <EntryList entries={entries} />
          )}
        </Section>
        <Section id="delen" title={t('share')} lead={t('shareWhy')} className="print:hidden">
          <p className="break-all">{`${origin}${getPathname({ href: here, locale })}`}</p>
        </Section>
      </article>
    </Page>
  )
}
