import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { RecordFilter } from '@/components/site/record/record-filter'
import { RecordList } from '@/components/site/record/record-list'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { EmptyState, Notice } from '@/components/base/ui/notice'
import { getPathname, Link } from '@/i18n/navigation'
import { loadRecord } from '@/lib/site/record/loaders'
import { cursorParameter, listParameters, MAX_FOUND } from '@/lib/site/record/rules'
import type { Cursor } from '@/lib/site/record/types'

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit')
  return { title: t('title') }
}

const PATH = '/workspace/admin/record'
const LINK = 'inline-flex min-h-11 items-center'

interface PagesProps {
  parameters: Record<string, string>
  next: Cursor | null
  isFirstPage: boolean
}

async function Pages({ parameters, next, isFirstPage }: PagesProps) {
  const t = await getTranslations('audit')
  if (next === null && isFirstPage) return null
  return (
    <nav aria-label={t('pages')} className="mt-6 flex flex-wrap gap-x-6">
      {isFirstPage ? null : (
        <Link href={{ pathname: PATH, query: parameters }} className={LINK}>
          {t('newest')}
        </Link>
      )}
      {next === null ? null : (
        <Link
          href={{ pathname: PATH, query: { ...parameters, na: cursorParameter(next) } }}
          rel="next"
          className={LINK}
        >
          {t('older')}
        </Link>
      )}
    </nav>
  )
}

export default async function RecordPage({ searchParams }: Props) {
  const locale = await getLocale()
  const path = getPathname({ href: PATH, locale })
  const [t, workspace, administration, record] = await Promise.all([
    getTranslations('audit'),
    getTranslations('workspace'),
    getTranslations('administration'),
    loadRecord(await searchParams, path),
  ])
  const { events, next, isCut, query, names, parameters, isFirstPage } = record
  const file = getPathname({ href: '/workspace/admin/record/file', locale })
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: administration('title'), href: '/workspace/admin' },
          { label: t('title') },
        ]}
      />
      <PageHeader title={t('title')} lead={t('lead')}>
        <p className="mt-4 max-w-measure text-sm text-muted">{t('read')}</p>
      </PageHeader>
      <RecordFilter query={query} names={names} isNarrowed={Object.keys(parameters).length > 0} />
      {query.isPeriodRight ? null : (
        <Notice tone="attention" title={t('badPeriod')} className="mt-6 max-w-4xl" />
      )}
      {isCut ? (
        <Notice
          tone="attention"
          title={t('tooMany', { count: MAX_FOUND })}
          className="mt-6 max-w-4xl"
        />
      ) : null}
      {events.length === 0 ? (
        <EmptyState title={t('none')} className="mt-6">
          {t('noneWhy')}
        </EmptyState>
      ) : (
        <>
          <h2 className="sr-only">{t('list')}</h2>
          <RecordList events={events} parameters={listParameters(parameters)} />
          <Pages parameters={parameters} next={next} isFirstPage={isFirstPage} />
          <p className="mt-4">
            <a
              href={`${file}?${new URLSearchParams(parameters).toString()}`}
              rel="nofollow"
              className={LINK}
            >
              {t('download')}
            </a>
          </p>
        </>
      )}
    </Page>
  )
}
