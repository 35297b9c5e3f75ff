import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { ContestItem } from '@/components/judgement/contests/contest-item'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { decideContestAction, withdrawContestAction } from '@/lib/judgement/contests/actions'
import { loadContestWork } from '@/lib/judgement/contests/loaders'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

async function load(params: Props['params']) {
  const { locale, id } = await params
  return loadContestWork(
    id,
    getPathname({ href: { pathname: '/workspace/contests/[id]', params: { id } }, locale }),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ contest }, t] = await Promise.all([load(params), getTranslations('contests.work')])
  return { title: t('title', { title: contest.title }) }
}

function Decide({ id }: { id: string }) {
  const t = useTranslations('contests.work')
  return (
    <Section id="besluit" title={t('decide')} lead={t('decideLead')}>
      <FieldsForm
        action={decideContestAction}
        about={{ id }}
        stored={{}}
        fields={[
          {
            kind: 'select',
            name: 'outcome',
            label: t('outcome'),
            options: [
              { value: '', label: t('choose') },
              { value: 'upheld', label: t('upheld') },
              { value: 'rejected', label: t('rejected') },
            ],
          },
          { kind: 'textarea', name: 'decision', label: t('decision'), hint: t('decisionHint') },
        ]}
        labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
      />
    </Section>
  )
}

function Withdraw({ id }: { id: string }) {
  const t = useTranslations('contests.work')
  return (
    <Section id="intrekken" title={t('withdraw')} lead={t('withdrawLead')}>
      <ActForm
        action={withdrawContestAction}
        about={{ id }}
        label={t('withdrawAct')}
        pending={t('withdrawing')}
        variant="secondary"
      />
    </Section>
  )
}

export default async function ContestPage({ params }: Props) {
  const { contest, isReadable, waitsForRound, mayDecide, mayWithdraw } = await load(params)
  const [t, workspace] = await Promise.all([
    getTranslations('contests.work'),
    getTranslations('workspace'),
  ])
  const title = t('title', { title: contest.title })
  const { reason, source, decision } = contest
  return (
    <Page className="pb-12">
      <Breadcrumbs items={[{ label: workspace('title'), href: '/workspace' }, { label: title }]} />
      <PageHeader title={title}>
        <p className="mt-4">
          <TextLink
            href={{
              pathname: '/initiatives/[slug]',
              params: { slug: contest.slug },
              hash: 'oordeel',
            }}
          >
            {t('toInitiative')}
          </TextLink>
        </p>
      </PageHeader>
      {waitsForRound ? (
        <Notice title={t('waits')} className="mb-6 max-w-measure">
          {t('waitsWhy')}
        </Notice>
      ) : null}
      <h2 className="sr-only">{t('contest')}</h2>
      <h3 className="sr-only">{t('contest')}</h3>
      <ul className="mb-10 max-w-4xl">
        <ContestItem
          one={{ ...contest, words: isReadable ? { reason, source, decision } : null }}
          isOwn={false}
        />
      </ul>
      {mayDecide ? <Decide id={contest.id} /> : null}
      {mayWithdraw ? <Withdraw id={contest.id} /> : null}
    </Page>
  )
}
