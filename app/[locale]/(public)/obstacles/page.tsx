import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ObstacleFilters } from '@/components/exchange/obstacles/obstacle-filters'
import { ObstacleList } from '@/components/exchange/obstacles/obstacle-list'
import { ButtonLink } from '@/components/base/ui/button'
import { Disclosure } from '@/components/base/ui/disclosure'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { Pagination } from '@/components/base/ui/pagination'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadObstacles } from '@/lib/exchange/obstacles/loaders'
import { filterQuery, PAGE_SIZE } from '@/lib/exchange/obstacles/rules'
import { loadEditingOptions } from '@/lib/knowledge/revisions/loaders'

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('obstacles')
  return { title: t('title'), description: t('metaDescription') }
}

export default async function ObstaclesPage({ params, searchParams }: Props) {
  const { locale } = await params
  const [
    t,
    exchange,
    { filter, page, obstacles, total, counts, reader, mayAdd, mayCurate },
    options,
  ] = await Promise.all([
    getTranslations('obstacles'),
    getTranslations('exchange'),
    loadObstacles(await searchParams),
    loadEditingOptions(),
  ])
  const query = filterQuery(filter)
  const narrowed = Object.keys(query).length > 0
  const empty = narrowed ? (
    <EmptyState
      title={t('none')}
      action={
        <ButtonLink variant="secondary" href="/obstacles">
          {t('noneAct')}
        </ButtonLink>
      }
    >
      {t('noneWhy')}
    </EmptyState>
  ) : (
    <EmptyState title={t('nothing')}>{t('nothingWhy')}</EmptyState>
  )
  const address = (path: '/obstacles' | '/obstacles/file', extra: Record<string, string>) =>
    `${getPathname({ href: path, locale })}?${new URLSearchParams({ ...query, ...extra }).toString()}`
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: exchange('title'), href: '/exchange' }, { label: t('title') }]}
      />
      <PageHeader
        title={t('heading', { count: total, narrowed: narrowed ? 'yes' : 'no' })}
        lead={t('lead')}
      >
        {counts.open + counts.raised + counts.solved === 0 ? null : (
          <p className="mt-4">{t('state', counts)}</p>
        )}
        <p className="mt-6">
          {mayAdd ? (
            <ButtonLink href="/workspace/obstacles/new" prefetch={false}>
              {t('add')}
            </ButtonLink>
          ) : null}
          {reader ? null : (
            <ButtonLink
              variant="secondary"
              href={{
                pathname: '/sign-in',
                query: { terug: getPathname({ href: '/workspace/obstacles/new', locale }) },
              }}
              prefetch={false}
              rel="nofollow"
            >
              {t('signInToAdd')}
            </ButtonLink>
          )}
        </p>
      </PageHeader>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <div className="print:hidden">
          <div className="lg:hidden">
            <Disclosure summary={t('filter.title')} open={narrowed || undefined}>
              <ObstacleFilters filter={filter} options={options} place="small" />
            </Disclosure>
          </div>
          <div className="hidden lg:block">
            <ObstacleFilters filter={filter} options={options} place="large" />
          </div>
        </div>
        <div>
          {obstacles.length === 0 ? (
            empty
          ) : (
            <ObstacleList obstacles={obstacles} choosable={mayCurate} />
          )}
          <Pagination
            page={page}
            pages={Math.ceil(total / PAGE_SIZE)}
            hrefFor={(number) => address('/obstacles', { pagina: String(number) })}
          />
          {total > 0 ? (
            <p className="mt-6 flex flex-wrap gap-x-4 text-sm print:hidden">
              {t('file')}
              {(['csv', 'xlsx'] as const).map((kind) => (
                <a
                  key={kind}
                  href={address('/obstacles/file', { soort: kind })}
                  rel="nofollow"
                  className="inline-flex min-h-6 items-center"
                >
                  {t(kind)}
                </a>
              ))}
            </p>
          ) : null}
        </div>
      </div>
    </Page>
  )
}
