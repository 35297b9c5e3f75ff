import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LessonFilter } from '@/components/knowledge/lessons/lesson-filter'
import { LessonList } from '@/components/knowledge/lessons/lesson-list'
import { FileLinks } from '@/components/monitor/overview/file-links'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { Pagination } from '@/components/base/ui/pagination'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadLessons } from '@/lib/knowledge/lessons/loaders'
import { lessonParameters } from '@/lib/knowledge/lessons/rules'

interface Props {
  params: Promise<{ locale: Locale }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('lessons')
  return { title: t('title'), description: t('metaDescription') }
}

export default async function LessonsPage({ params, searchParams }: Props) {
  const { locale } = await params
  const [t, exchange, found] = await Promise.all([
    getTranslations('lessons'),
    getTranslations('exchange'),
    loadLessons(await searchParams),
  ])
  const { choice, total, pages, lessons } = found
  const narrowed = lessonParameters({ ...choice, page: 1 }).size > 0
  const empty = narrowed ? (
    <EmptyState
      title={t('none')}
      action={
        <ButtonLink variant="secondary" href="/lessons">
          {t('clear')}
        </ButtonLink>
      }
    >
      {t('noneWhy')}
    </EmptyState>
  ) : (
    <EmptyState title={t('nothing')}>{t('nothingWhy')}</EmptyState>
  )
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: exchange('title'), href: '/exchange' }, { label: t('title') }]}
      />
      <PageHeader
        title={t('heading', { count: total, narrowed: narrowed ? 'yes' : 'no' })}
        lead={t('lead')}
      >
        <p className="mt-4 max-w-measure">
          {t.rich('obstacles', { link: (text) => <TextLink href="/obstacles">{text}</TextLink> })}
        </p>
      </PageHeader>
      <LessonFilter lessons={found} locale={locale} />
      {lessons.length === 0 ? (
        empty
      ) : (
        <>
          <LessonList lessons={lessons} />
          <Pagination
            page={choice.page}
            pages={pages}
            hrefFor={(page) =>
              `${getPathname({ href: '/lessons', locale })}?${lessonParameters({ ...choice, page }).toString()}`
            }
          />
          <FileLinks
            address={getPathname({ href: '/lessons/file', locale })}
            parameters={lessonParameters({ ...choice, page: 1 })}
          />
        </>
      )}
    </Page>
  )
}
