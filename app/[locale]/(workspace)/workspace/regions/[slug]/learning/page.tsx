import { useTranslations } from 'next-intl'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { QuestionItem } from '@/components/exchange/learning/question-item'
import { QuestionSection } from '@/components/exchange/learning/question-section'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadLearningWork } from '@/lib/exchange/learning/loaders'
import type { LearningQuestion } from '@/lib/exchange/learning/types'
import { todayInNetherlands } from '@/lib/base/text/calendar'
import type { RegionView } from '@/lib/base/regions/types'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const page = (slug: string) =>
  ({ pathname: '/workspace/regions/[slug]/learning', params: { slug } }) as const

async function load(params: Props['params']) {
  const { locale, slug } = await params
  return loadLearningWork(slug, getPathname({ href: page(slug), locale }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ region }, t] = await Promise.all([load(params), getTranslations('learning.work')])
  return { title: t('title', { region: region.name }) }
}

export default async function LearningEditorPage({ params, searchParams }: Props) {
  const [{ region, questions }, { wijzig }, t, shared, workspace] = await Promise.all([
    load(params),
    searchParams,
    getTranslations('learning.work'),
    getTranslations('learning'),
    getTranslations('workspace'),
  ])
  const changing = questions.find(({ id }) => id === wijzig)

  const today = todayInNetherlands(new Date())
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          {
            label: region.name,
            href: { pathname: '/workspace/regions/[slug]', params: { slug: region.slug } },
          },
          { label: shared('edit') },
        ]}
      />
      <PageHeader title={t('title', { region: region.name })} lead={t('lead')}>
        <p className="mt-6">
          <ButtonLink
            variant="secondary"
            href={{ pathname: '/regions/[slug]', params: { slug: region.slug } }}
          >
            {t('toPage')}
          </ButtonLink>
        </p>
      </PageHeader>
      {questions.length === 0 ? (
        <EmptyState title={shared('none', { region: region.name })}>{shared('noneWhy')}</EmptyState>
      ) : (
        questions.map((question) => (
          <QuestionItem
            key={question.id}
            question={question}
            today={today}
            act={
              question.id === changing?.id ? null : (
                <QuestionActions region={region} question={question} />
              )
            }
          />
        ))
      )}
      <QuestionSection changing={changing} region={region} questions={questions} />
    </Page>
  )
}

function QuestionActions({ region, question }: { region: RegionView; question: LearningQuestion }) {
  const t = useTranslations('learning.work')
  return (
    <p className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
      <TextLink
        href={{ ...page(region.slug), query: { wijzig: question.id }, hash: 'vraag' }}
        aria-label={`${t('change')}: ${question.question}`}
      >
        {t('change')}
      </TextLink>
      {question.status === 'open' ? (
        <TextLink
          href={{ pathname: '/workspace/calls/new', query: { leervraag: question.id } }}
          prefetch={false}
          aria-label={`${t('toCall')}: ${question.question}`}
        >
          {t('toCall')}
        </TextLink>
      ) : null}
    </p>
  )
}
