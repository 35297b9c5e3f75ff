import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { AddObstacle } from '@/components/exchange/obstacles/add-obstacle'
import { ObstacleFilters } from '@/components/exchange/obstacles/obstacle-filters'
import { ObstacleList } from '@/components/exchange/obstacles/obstacle-list'
import { RegisterFiles } from '@/components/exchange/obstacles/register-files'
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
import type { ObstacleFilter } from '@/lib/exchange/obstacles/types'
import { loadEditingOptions } from '@/lib/knowledge/revisions/loaders'
import type { EditingOptions } from '@/lib/knowledge/revisions/types'

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
        <AddObstacle mayAdd={mayAdd} reader={reader} locale={locale} />
      </PageHeader>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <FilterColumn narrowed={narrowed} filter={filter} options={options} />
        <div>
          {obstacles.length === 0 ? (
            <EmptyRegister narrowed={narrowed} />
          ) : (
            <ObstacleList obstacles={obstacles} choosable={mayCurate} />
          )}
          <Pagination
            page={page}
            pages={Math.ceil(total / PAGE_SIZE)}
            hrefFor={(number) => address('/obstacles', { pagina: String(number) })}
          />
          {total > 0 ? <RegisterFiles address={address} /> : null}
        </div>
      </div>
    </Page>
  )
}

function FilterColumn({
  narrowed,
  filter,
  options,
}: {
  narrowed: boolean
  filter: ObstacleFilter
  options: EditingOptions
}) {
  const t = useTranslations('obstacles')
  return (
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
  )
}

function EmptyRegister({ narrowed }: { narrowed: boolean }) {
  const t = useTranslations('obstacles')
  return narrowed ? (
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
}
