import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FieldsForm, type FieldSpec } from '@/components/base/forms/fields-form'
import { QuestionItem } from '@/components/exchange/learning/question-item'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { saveQuestionAction } from '@/lib/exchange/learning/actions'
import { loadLearningWork } from '@/lib/exchange/learning/loaders'
import { LEARNING_STATUSES } from '@/lib/exchange/learning/rules'
import { learningValues } from '@/lib/exchange/learning/schema'
import { todayInNetherlands } from '@/lib/base/text/calendar'

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
  const first: FieldSpec[] = [
    { kind: 'text', name: 'question', label: t('question'), hint: t('questionHint') },
    { kind: 'textarea', name: 'why', label: t('why'), hint: t('whyHint') },
    { kind: 'date', name: 'answerBy', label: t('answerBy') },
  ]
  const last: FieldSpec = {
    kind: 'textarea',
    name: 'initiatives',
    label: t('initiatives'),
    hint: t('initiativesHint'),
  }
  const answer: FieldSpec[] = [
    {
      kind: 'select',
      name: 'status',
      label: t('status'),
      options: LEARNING_STATUSES.map((value) => ({ value, label: shared(`status.${value}`) })),
    },
    { kind: 'textarea', name: 'learnt', label: t('learnt'), hint: t('learntHint') },
  ]
  const labels = { submit: t('save'), busy: t('busy') }
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
                <p className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
                  <TextLink
                    href={{ ...page(region.slug), query: { wijzig: question.id }, hash: 'vraag' }}
                  >
                    {t('change')}
                    <span className="sr-only">{`: ${question.question}`}</span>
                  </TextLink>
                  {question.status === 'open' ? (
                    <TextLink
                      href={{ pathname: '/workspace/calls/new', query: { leervraag: question.id } }}
                      prefetch={false}
                    >
                      {t('toCall')}
                      <span className="sr-only">{`: ${question.question}`}</span>
                    </TextLink>
                  ) : null}
                </p>
              )
            }
          />
        ))
      )}
      <Section id="vraag" title={changing ? t('changeOf') : t('add')} className="mt-12">
        {changing ? (
          <>
            <FieldsForm
              key={`${changing.id} ${String(changing.version)}`}
              action={saveQuestionAction}
              about={{ regionId: region.id, questionId: changing.id, version: changing.version }}
              stored={learningValues(changing)}
              fields={[...first, ...answer, last]}
              labels={labels}
            />
            <p className="mt-6">
              <TextLink href={page(region.slug)}>{t('close')}</TextLink>
            </p>
          </>
        ) : (
          <FieldsForm
            key={questions.length}
            action={saveQuestionAction}
            about={{ regionId: region.id, questionId: randomUUID() }}
            stored={{}}
            fields={[...first, last]}
            labels={labels}
          />
        )}
      </Section>
    </Page>
  )
}
