import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import {
  CloseSection,
  MergeSection,
  ReopenSection,
  StandingSection,
} from '@/components/knowledge/closures/closing-sections'
import { HandoverSection } from '@/components/knowledge/handovers/handover-section'
import { PlanClosing } from '@/components/knowledge/schedules/plan-sections'
import { SplitSection } from '@/components/knowledge/splits/split-section'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { loadStanding } from '@/lib/knowledge/closures/loaders'
import { loadHandoverWork } from '@/lib/knowledge/handovers/loaders'
import { loadClosingPlan } from '@/lib/knowledge/schedules/loaders'

interface Props {
  params: Promise<{ locale: Locale; id: string }>
}

async function load(params: Props['params']) {
  const { locale, id } = await params
  const path = { pathname: '/workspace/initiatives/[id]/standing', params: { id } } as const
  return loadStanding(id, getPathname({ href: path, locale }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ target }, t] = await Promise.all([load(params), getTranslations('closures')])
  return { title: `${t('title')}: ${target.title}` }
}

export default async function StandingPage({ params }: Props) {
  const { actor, target, may } = await load(params)
  const [t, workspace, plan, handover] = await Promise.all([
    getTranslations('closures'),
    getTranslations('workspace'),
    loadClosingPlan(actor, target),
    loadHandoverWork(actor, target),
  ])
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: workspace('title'), href: '/workspace' },
          { label: target.title },
          { label: t('title') },
        ]}
      />
      <PageHeader kicker={target.title} title={t('title')} lead={t('lead')} />
      <StandingSection target={target} />
      {may.close.length > 0 ? <CloseSection target={target} kinds={may.close} /> : null}
      {target.isPublished ? <PlanClosing target={target} kinds={may.close} found={plan} /> : null}
      {handover ? <HandoverSection initiativeId={target.initiativeId} {...handover} /> : null}
      {target.isPublished ? <MergeSection target={target} /> : null}
      {target.isPublished && may.own ? <SplitSection initiativeId={target.initiativeId} /> : null}
      <ReopenSection target={target} may={may.reopen} />
    </Page>
  )
}
