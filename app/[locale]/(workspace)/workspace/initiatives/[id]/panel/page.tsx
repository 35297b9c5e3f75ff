import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ReplySection } from '@/components/judgement/assessments/reply-section'
import { RoundSection } from '@/components/judgement/panels/round-section'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader, Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadCriteriaProfile } from '@/lib/judgement/assessments/loaders'
import { loadPanelWork } from '@/lib/judgement/panels/loaders'
import type { PanelTarget } from '@/lib/judgement/panels/types'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

async function load(params: Props['params']) {
  const { locale, id } = await params
  return {
    locale,
    ...(await loadPanelWork(
      id,
      getPathname({
        href: { pathname: '/workspace/initiatives/[id]/panel', params: { id } },
        locale,
      }),
    )),
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ target }, t] = await Promise.all([load(params), getTranslations('panels')])
  return { title: t('title', { title: target.title }) }
}

export default async function PanelPage({ params, searchParams }: Props) {
  const [{ locale, target, today, rounds, proposals, chooses, owner }, query] = await Promise.all([
    load(params),
    searchParams,
  ])
  const [t, workspace, { profile }] = await Promise.all([
    getTranslations('panels'),
    getTranslations('workspace'),
    loadCriteriaProfile(target.initiativeId),
  ])
  const open = rounds.some(({ status }) => status === 'open')
  const { antwoord, criterium } = query
  const chosen =
    typeof antwoord === 'string' && typeof criterium === 'string'
      ? { assessmentId: antwoord, criterion: criterium }
      : null
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: target.title },
          { label: t('crumb') },
        ]}
      />
      <PageHeader title={t('title', { title: target.title })} lead={t('lead')}>
        <ToJudgement target={target} />
      </PageHeader>
      <Section id="ronde" title={open ? t('crumb') : t('request.title')}>
        <RoundSection
          initiativeId={target.initiativeId}
          today={today}
          rounds={rounds}
          proposals={proposals}
          chooses={chooses}
          locale={locale}
        />
      </Section>
      {owner ? (
        <Section id="antwoord" title={t('reply.title')} lead={t('reply.lead')}>
          <ReplySection
            initiativeId={target.initiativeId}
            profile={profile}
            chosen={chosen}
            locale={locale}
          />
        </Section>
      ) : null}
    </Page>
  )
}

function ToJudgement({ target }: { target: PanelTarget }) {
  const t = useTranslations('panels')
  return (
    <p className="mt-4">
      <TextLink
        href={{
          pathname: '/initiatives/[slug]',
          params: { slug: target.slug },
          hash: 'oordeel',
        }}
      >
        {t('toPage')}
      </TextLink>
    </p>
  )
}
