import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AssessmentSection } from '@/components/judgement/assessments/assessment-section'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { ButtonLink } from '@/components/base/ui/button'
import { InitiativeText } from '@/components/judgement/assessments/initiative-text'
import { AnswerForm } from '@/components/judgement/panels/answer-form'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadAssessmentWork } from '@/lib/judgement/assessments/loaders'
import { loadInitiative } from '@/lib/knowledge/initiatives/loaders'
import { noonOf } from '@/lib/base/text/calendar'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

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

export default async function AssessmentPage({ params }: Props) {
  const { locale, ...work } = await load(params)
  const { target, kind, own, seat } = work
  const [t, workspace, initiative] = await Promise.all([
    getTranslations('assessments.form'),
    getTranslations('workspace'),
    loadInitiative(target.slug),
  ])
  const panel = kind === 'panel'
  const second = seat?.round.kind === 'second_look'
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
        <Done slug={target.slug} submittedAt={own.submittedAt} panel={panel && seat !== null} />
      ) : (
        <div className="gap-x-10 lg:grid lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_26rem]">
          <InitiativeText initiative={initiative} title={t('text')} />
          <div className="min-w-0 lg:order-first">
            <AssessmentSection
              work={work}
              locale={locale}
              done={<Done slug={target.slug} panel={panel} />}
            />
          </div>
        </div>
      )}
    </Page>
  )
}
