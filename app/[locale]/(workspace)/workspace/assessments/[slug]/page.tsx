import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AssessmentForm, type AssessmentFormLabels } from '@/components/assessments/assessment-form'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { ButtonLink } from '@/components/ui/button'
import { Page, PageHeader } from '@/components/ui/layout'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadAssessmentWork } from '@/lib/assessments/loaders'
import { assessmentValues } from '@/lib/assessments/rules'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

const CONSTITUENCIES = ['employers', 'employees', 'independent', 'other'] as const

async function load(params: Props['params']) {
  const { locale, slug } = await params
  const work = await loadAssessmentWork(slug, getPathname({ href: { pathname: '/workspace/assessments/[slug]', params: { slug } }, locale }))
  return { locale, ...work }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ target, kind }, t] = await Promise.all([load(params), getTranslations('assessments.form')])
  return { title: t(kind === 'self' ? 'titleSelf' : 'title', { title: target.title }) }
}

/** What to do after handing in. */
async function Done({ slug, submittedAt }: { slug: string; submittedAt?: Date | undefined }) {
  const t = await getTranslations('assessments.form')
  return (
    <Notice tone="success" title={t('done')} live className="max-w-measure">
      <p>{submittedAt ? t('submittedOn', { date: submittedAt }) : t('doneWhy')}</p>
      <p className="mt-4 flex flex-wrap gap-3">
        <ButtonLink href={{ pathname: '/initiatives/[slug]', params: { slug }, hash: 'oordeel' }}>{t('toPage')}</ButtonLink>
        <ButtonLink href="/workspace" variant="secondary">
          {t('toWork')}
        </ButtonLink>
      </p>
    </Notice>
  )
}

export default async function AssessmentPage({ params }: Props) {
  const { locale, actor, target, kind, criteria, own } = await load(params)
  const [t, method, workspace] = await Promise.all([getTranslations('assessments.form'), getTranslations('method.criteria'), getTranslations('workspace')])
  const english = locale === 'en'
  const questions = criteria.map((criterion) => ({
    slug: criterion.slug, number: criterion.number, label: english ? criterion.labelEn : criterion.labelNl,
    definition: english ? criterion.definitionEn : criterion.definitionNl, questions: english ? criterion.guidingQuestionsEn : criterion.guidingQuestionsNl,
    anchors: english ? criterion.anchorsEn : criterion.anchorsNl, cannotWhen: english ? criterion.notRatableWhenEn : criterion.notRatableWhenNl,
    note: criterion.slug === 'doelmatig' ? method('effect') : criterion.slug === 'meetbaar-bewezen' ? method('proof') : null,
  }))
  const fields: Record<string, string> = { constituency: t('constituency') }
  questions.forEach(({ label }, index) => {
    fields[`scores.${index}.score`] = t('scoreOf', { criterion: label })
    fields[`scores.${index}.reason`] = t('reasonOf', { criterion: label })
  })
  const labels: AssessmentFormLabels = {
    score: t('score'), cannot: t('cannot'), reason: t('reason'), reasonHint: t('reasonHint'), questions: t('questions'), constituency: t('constituency'),
    constituencyHint: t('constituencyHint'), save: t('save'), saving: t('saving'), submit: t('submit'), submitting: t('submitting'), submitHint: t('submitHint'), fields,
  }
  const values = assessmentValues(criteria, own)
  return (
    <Page>
      <Breadcrumbs items={[{ label: workspace('title'), href: '/workspace' }, { label: target.title }]} />
      <PageHeader title={t(kind === 'self' ? 'titleSelf' : 'title', { title: target.title })} lead={kind === 'self' ? t('leadSelf') : t('lead')}>
        <p className="mt-4 max-w-measure">
          {kind === 'panel' ? `${t('blind')} ` : null}
          <TextLink href={{ pathname: '/initiatives/[slug]', params: { slug: target.slug } }} target="_blank">
            {t('read')} ({t('opens')})
          </TextLink>
        </p>
      </PageHeader>
      {own?.submittedAt ? (
        <Done slug={target.slug} submittedAt={own.submittedAt} />
      ) : (
        <AssessmentForm
          slug={target.slug} kind={kind} version={own?.version ?? 0} savedAt={own?.updatedAt.toISOString() ?? null}
          stored={own ? values : { ...values, constituency: actor.constituency ?? '' }} criteria={questions} labels={labels}
          constituencies={CONSTITUENCIES.map((value) => ({ value, label: t(`constituencyOptions.${value}`) }))} done={<Done slug={target.slug} />}
        />
      )}
    </Page>
  )
}
