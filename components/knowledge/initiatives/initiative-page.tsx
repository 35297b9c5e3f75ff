import { useTranslations } from 'next-intl'
import type { EvidenceSummary } from '@/lib/knowledge/evidence/types'
import type { ReactNode } from 'react'
import { Breadcrumbs } from '@/components/base/ui/breadcrumbs'
import { Page, PageHeader } from '@/components/base/ui/layout'
import { LeadImage } from '@/components/knowledge/media/lead-image'
import { useMoreMediaTitle } from '@/components/knowledge/media/more-media'
import { ExampleMark, Notice } from '@/components/base/ui/notice'
import type { InitiativeView } from '@/lib/knowledge/initiatives/types'
import type { CalendarDate } from '@/lib/base/text/calendar'
import { ContentsList, type ContentsItem } from './contents-list'
import { FactsRail } from './facts-rail'
import { Story, storySections } from './story'

/** Public addresses, so they never change. */
const ANCHORS = {
  problem: 'aanleiding',
  story: 'verhaal',
  approach: 'aanpak',
  results: 'resultaten',
  learned: 'geleerd',
  scale: 'overnemen',
} as const

interface InitiativePageProps {
  initiative: InitiativeView
  today: CalendarDate
  evidence: (EvidenceSummary & { stale: boolean }) | null
  actions?: ReactNode
  /** Whether it is still supply, and what it holds besides its own. */
  notice?: ReactNode
  confirm?: ReactNode
  headline?: ReactNode
  children?: ReactNode
  parts?: readonly ContentsItem[]
}

function InitiativeHeader({
  initiative,
  actions,
  notice,
}: Pick<InitiativePageProps, 'initiative' | 'actions' | 'notice'>) {
  const t = useTranslations('initiatives')
  const { reportSection } = initiative
  return (
    <PageHeader
      kicker={reportSection === null ? t('kicker') : t('kickerReport', { section: reportSection })}
      title={initiative.title}
      lead={<p className="whitespace-pre-line">{initiative.summary}</p>}
    >
      {initiative.alternativeTitles.length === 0 ? null : (
        <p className="mt-3 text-sm text-muted">
          {t('alsoCalled', { names: initiative.alternativeTitles.join(', ') })}
        </p>
      )}
      {initiative.isExample ? (
        <p className="mt-4">
          <ExampleMark>{t('example')}</ExampleMark>
        </p>
      ) : null}
      {initiative.lifecycle === 'stopped' ? (
        <Notice tone="attention" title={t('stopped')} className="mt-6 max-w-measure">
          {initiative.stopReason === null
            ? t('stoppedUnknown')
            : t('stoppedWhy', { reason: initiative.stopReason })}
        </Notice>
      ) : null}
      {notice}
      {actions ? <div className="mt-6 flex flex-wrap gap-3 print:hidden">{actions}</div> : null}
    </PageHeader>
  )
}

function VersionLine({ initiative }: { initiative: InitiativeView }) {
  const t = useTranslations('initiatives')
  return (
    <p className="border-t border-hairline pt-4 text-sm text-muted">
      {initiative.publishedAt === null
        ? t('versionPlain', { number: initiative.number })
        : t('version', {
            number: initiative.number,
            date: new Date(initiative.publishedAt),
          })}
    </p>
  )
}

export function InitiativePage({
  initiative,
  today,
  evidence,
  actions,
  notice,
  confirm,
  headline,
  children,
  parts = [],
}: InitiativePageProps) {
  const t = useTranslations('initiatives')
  const nav = useTranslations('ui.nav')
  const mediaTitle = useMoreMediaTitle(initiative)
  const contents: ContentsItem[] = [
    ...storySections(initiative).map((key) => ({ id: ANCHORS[key], label: t(key) })),
    ...parts,
    ...(mediaTitle === null ? [] : [{ id: 'bijlagen', label: mediaTitle }]),
    { id: 'bronnen', label: t('sources') },
  ]
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: nav('initiatives'), href: '/initiatives' }, { label: initiative.title }]}
      />
      <article>
        <InitiativeHeader initiative={initiative} actions={actions} notice={notice} />
        <LeadImage images={initiative.images} />
        <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <aside aria-label={t('facts.title')} className="min-w-0 lg:order-last">
            <FactsRail
              initiative={initiative}
              today={today}
              evidence={evidence}
              confirm={confirm}
            />
            <div className="mt-8 hidden lg:sticky lg:top-6 lg:block">
              <ContentsList items={contents} />
            </div>
          </aside>
          <div className="min-w-0">
            {headline}
            <Story initiative={initiative}>{children}</Story>
            <VersionLine initiative={initiative} />
          </div>
        </div>
      </article>
    </Page>
  )
}
