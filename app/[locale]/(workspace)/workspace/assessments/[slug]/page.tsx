import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import {
  AssessmentForm,
  type AssessmentFormLabels,
} from '@/components/judgement/assessments/assessment-form'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { InitiativeText } from '@/components/judgement/assessments/initiative-text'
import { AnswerForm } from '@/components/judgement/panels/answer-form'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadAssessmentWork } from '@/lib/judgement/assessments/loaders'
import { assessmentValues } from '@/lib/judgement/assessments/rules'
import type { CriterionProfile, OwnAssessment } from '@/lib/judgement/assessments/types'
import { loadInitiative } from '@/lib/knowledge/initiatives/loaders'
import { noonOf } from '@/lib/base/text/calendar'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

const CONSTITUENCIES = ['employers', 'employees', 'independent', 'other'] as const

async function load(params: Props['params']) {
  const { locale, slug } = await params
  const work = await loadAssessmentWork(
    slug,
    getPathname({ href: { pathname: '/workspace/assessments/[slug]', params: { slug } }, locale }),
  )
  return { locale, ...work }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ target, kind }, t] = await Promise.all([
    load(params),
    getTranslations('assessments.form'),
  ])
  return { title: t(kind === 'self' ? 'titleSelf' : 'title', { title: target.title }) }
}

/** What to do after handing in. */
async function Done({
  slug,
  submittedAt,
  panel,
}: {
  slug: string
  submittedAt?: Date | undefined
  panel: boolean
}) {
  const t = await getTranslations('assessments.form')
  return (
    <Notice tone="success" title={t('done')} live className="max-w-measure">
      <p>
        {submittedAt ? t('submittedOn', { date: submittedAt }) : t('doneWhy')}{' '}
        {panel ? t('submittedRound') : null}
      </p>
      <p className="mt-4 flex flex-wrap gap-3">
        <ButtonLink href={{ pathname: '/initiatives/[slug]', params: { slug }, hash: 'oordeel' }}>
          {t('toPage')}
        </ButtonLink>
        <ButtonLink href="/workspace" variant="secondary">
          {t('toWork')}
        </ButtonLink>
      </p>
    </Notice>
  )
}

type Seat = NonNullable<Awaited<ReturnType<typeof load>>['seat']>

/** Until when, and the way out for who cannot or may not judge. */
async function Asked({ seat: { round, invited }, slug }: { seat: Seat; slug: string }) {
  const t = await getTranslations('panels.answer')
  const state = invited?.state ?? null
  return (
    <div className="mt-6 max-w-measure">
      <Notice title={t(state === null ? 'open' : 'asked')}>
        <p>
          {t('until', { date: noonOf(round.deadline) })}{' '}
          {state === 'declined' ? t('declined') : null}
        </p>
      </Notice>
      <AnswerForm
        slug={slug}
        labels={{
          cannot: t('cannot'),
          question: t('question'),
          decline: t('decline'),
          declineHint: t('declineHint'),
          conflict: t('conflict'),
          conflictHint: t('conflictHint'),
          reason: t('reason'),
          reasonHint: t('reasonHint'),
          submit: t('submit'),
          busy: t('busy'),
        }}
      />
    </div>
  )
}

type Texts = Awaited<ReturnType<typeof getTranslations<'assessments'>>>

/** What was given on one criterion in the round before, by this assessor and by others. */
function seenBefore(
  words: Texts,
  slug: string,
  first: OwnAssessment | null,
  others: readonly CriterionProfile[],
) {
  const own = first?.scores.find(({ criterion }) => criterion === slug)
  const score = (value: number | string | null) =>
    value === null || value === 'cannot' ? words('cannot') : words('score', { score: value })
  const reasons = others.find((line) => line.slug === slug)?.reasons ?? []
  return {
    first: own ? { words: `${score(own.score)}.`, reason: own.reason } : null,
    others: reasons
      .filter(({ kind, reason }) => kind === 'panel' && reason !== own?.reason)
      .map(({ score: value, reason, organisationName, constituency }) => ({
        words: `${score(value)} · ${organisationName} · ${words(`constituency.${constituency}`)}.`,
        reason,
      })),
  }
}

export default async function AssessmentPage({ params }: Props) {
  const { locale, actor, target, kind, criteria, own, seat, first, others } = await load(params)
  const [t, words, method, workspace, initiative] = await Promise.all([
    getTranslations('assessments.form'),
    getTranslations('assessments'),
    getTranslations('method.criteria'),
    getTranslations('workspace'),
    loadInitiative(target.slug),
  ])
  const english = locale === 'en'
  const questions = criteria.map((criterion) => ({
    slug: criterion.slug,
    number: criterion.number,
    label: english ? criterion.labelEn : criterion.labelNl,
    definition: english ? criterion.definitionEn : criterion.definitionNl,
    questions: english ? criterion.guidingQuestionsEn : criterion.guidingQuestionsNl,
    anchors: english ? criterion.anchorsEn : criterion.anchorsNl,
    cannotWhen: english ? criterion.notRatableWhenEn : criterion.notRatableWhenNl,
    note:
      criterion.slug === 'doelmatig'
        ? method('effect')
        : criterion.slug === 'meetbaar-bewezen'
          ? method('proof')
          : null,
    ...seenBefore(words, criterion.slug, first, others),
  }))
  const fields: Record<string, string> = { constituency: t('constituency') }
  questions.forEach(({ label }, index) => {
    fields[`scores.${index}.score`] = t('scoreOf', { criterion: label })
    fields[`scores.${index}.reason`] = t('reasonOf', { criterion: label })
  })
  const labels: AssessmentFormLabels = {
    score: t('score'),
    cannot: t('cannot'),
    reason: t('reason'),
    reasonHint: t('reasonHint'),
    questions: t('questions'),
    constituency: t('constituency'),
    constituencyHint: t('constituencyHint'),
    save: t('save'),
    saving: t('saving'),
    submit: t('submit'),
    submitting: t('submitting'),
    submitHint: t('submitHint'),
    fields,
    first: t('first'),
    others: t('others', { count: Math.max(1, ...questions.map((one) => one.others.length)) }),
  }
  const second = seat?.round.kind === 'second_look'
  const values = assessmentValues(criteria, own ?? first)
  const panel = kind === 'panel'
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: workspace('title'), href: '/workspace' }, { label: target.title }]}
      />
      <PageHeader
        title={t(panel ? 'title' : 'titleSelf', { title: target.title })}
        lead={panel ? t(second ? 'leadSecond' : 'lead') : t('leadSelf')}
      >
        {panel && !second ? <p className="mt-4 max-w-measure">{t('blind')}</p> : null}
        {seat && !own?.submittedAt ? <Asked seat={seat} slug={target.slug} /> : null}
      </PageHeader>
      {own?.submittedAt ? (
        <Done slug={target.slug} submittedAt={own.submittedAt} panel={panel} />
      ) : (
        <div className="gap-x-10 lg:grid lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_26rem]">
          <InitiativeText initiative={initiative} title={t('text')} />
          <div className="min-w-0 lg:order-first">
            <AssessmentForm
              slug={target.slug}
              kind={kind}
              version={own?.version ?? 0}
              savedAt={own?.updatedAt.toISOString() ?? null}
              stored={
                (own ?? first) ? values : { ...values, constituency: actor.constituency ?? '' }
              }
              criteria={questions}
              labels={labels}
              constituencies={CONSTITUENCIES.map((value) => ({
                value,
                label: t(`constituencyOptions.${value}`),
              }))}
              done={<Done slug={target.slug} panel={panel} />}
            />
          </div>
        </div>
      )}
    </Page>
  )
}
