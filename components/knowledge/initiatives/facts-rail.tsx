import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { RegionTile } from '@/components/base/charts/tile-map'
import { EvidenceWord } from '@/components/knowledge/evidence/evidence-word'
import { KINDS } from '@/components/knowledge/topic-pages/kinds'
import { TermWord } from '@/components/base/taxonomy/term-word'
import { Facts } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { isUnconfirmed } from '@/lib/knowledge/initiatives/rules'
import type { EvidenceSummary } from '@/lib/knowledge/evidence/types'
import type { InitiativeView, TermTag } from '@/lib/knowledge/initiatives/types'
import { labelIn } from '@/lib/base/text/label'
import { noonOf, type CalendarDate } from '@/lib/base/text/calendar'
import { Interpretation } from './interpretation'

const MONTH = { month: 'long', year: 'numeric' } as const

export function Period({
  initiative,
}: {
  initiative: Pick<InitiativeView, 'startsOn' | 'endsOn' | 'periodNote'>
}) {
  const t = useTranslations('initiatives.facts')
  const format = useFormatter()
  const month = (day: CalendarDate) => format.dateTime(noonOf(day), MONTH)
  const { startsOn, endsOn, periodNote } = initiative
  if (startsOn !== null && endsOn !== null)
    return t('fromTo', { from: month(startsOn), to: month(endsOn) })
  if (startsOn !== null) return t('since', { from: month(startsOn) })
  if (endsOn !== null) return t('until', { to: month(endsOn) })
  return <Unknown note={periodNote} />
}

function Unknown({ note }: { note: string | null }) {
  const t = useTranslations('initiatives.facts')
  return (
    <span className="text-muted">
      {t('unknown')}
      {note === null ? null : <span className="block text-xs">{note}</span>}
    </span>
  )
}

function TermLinks({ terms, facet }: { terms: readonly TermTag[]; facet: keyof typeof KINDS }) {
  return (
    <ul>
      {terms.map((term) => (
        <li key={term.slug}>
          <TextLink
            className="inline-block max-w-full py-0.5"
            prefetch={false}
            href={{ pathname: KINDS[facet].page, params: { slug: term.slug } }}
          >
            <TermWord term={term} />
          </TextLink>
        </li>
      ))}
    </ul>
  )
}

const OTHER_STATES = ['planned', 'not_possible'] as const

/** Without links: these are no examples of how the instrument is used. */
function TermNames({ terms }: { terms: InitiativeView['otherInstruments'] }) {
  const locale = useLocale()
  return <>{terms.map((term) => labelIn(locale, term)).join(', ')}</>
}

type OtherState = (typeof OTHER_STATES)[number]

function otherInstruments(
  { otherInstruments: all }: InitiativeView,
  label: (state: OtherState) => string,
): { label: string; value: ReactNode }[] {
  return OTHER_STATES.flatMap((state) => {
    const terms = all.filter((one) => one.state === state)
    return terms.length === 0 ? [] : [{ label: label(state), value: <TermNames terms={terms} /> }]
  })
}

interface FactsRailProps {
  initiative: InitiativeView
  today: CalendarDate
  evidence: (EvidenceSummary & { stale: boolean }) | null
  confirm?: ReactNode
}

export function FactsRail({ initiative, today, evidence, confirm }: FactsRailProps) {
  const t = useTranslations('initiatives.facts')
  const { terms } = initiative
  const rows: { label: string; value: ReactNode }[] = [
    { label: t('region'), value: <Regions initiative={initiative} /> },
    {
      label: t('groups'),
      value: <TermLinks terms={terms.target_group ?? []} facet="targetGroup" />,
    },
    {
      label: t('instruments'),
      value: <TermLinks terms={terms.instrument ?? []} facet="instrument" />,
    },
    ...otherInstruments(initiative, (state) => t(`otherInstruments.${state}`)),
    ...(terms.sector
      ? [{ label: t('sectors'), value: <TermLinks terms={terms.sector} facet="sector" /> }]
      : []),
    {
      label: t('challenges'),
      value: <TermLinks terms={terms.societal_challenge ?? []} facet="challenge" />,
    },
    { label: t('period'), value: <Period initiative={initiative} /> },
    { label: t('owner'), value: initiative.ownerName ?? <Unknown note={initiative.ownerNote} /> },
    {
      label: t('partners'),
      value:
        initiative.partners.length > 0 ? (
          initiative.partners.join(', ')
        ) : (
          <Unknown note={initiative.partnersNote} />
        ),
    },
    { label: t('contact'), value: <Contact initiative={initiative} /> },
    ...(evidence
      ? [
          {
            label: t('evidence'),
            value: (
              <a href="#bewijs">
                <EvidenceWord evidence={evidence} stale={evidence.stale} />
              </a>
            ),
          },
        ]
      : []),
    ...(initiative.publishedAt === null
      ? []
      : [
          {
            label: t('confirmed'),
            value: <Confirmed initiative={initiative} today={today} confirm={confirm} />,
          },
        ]),
  ]
  return <Facts items={rows} />
}

function Confirmed({
  initiative,
  today,
  confirm,
}: {
  initiative: InitiativeView
  today: CalendarDate
  confirm: ReactNode
}) {
  const t = useTranslations('initiatives.facts')
  const { confirmedAt, publishedAt } = initiative
  const isOld = isUnconfirmed(confirmedAt, today, publishedAt)
  const since = confirmedAt ?? publishedAt
  return (
    <>
      <span role="status" className={isOld ? 'text-muted' : ''}>
        {since === null
          ? t('unknown')
          : t(confirmedAt === null ? 'publishedOn' : 'confirmedOn', { date: new Date(since) })}
      </span>
      {isOld ? <span className="block text-clay">{t('unconfirmed')}</span> : null}
      {confirm}
    </>
  )
}

function Contact({ initiative }: { initiative: InitiativeView }) {
  const { contact, organisationName } = initiative
  return contact === null
    ? organisationName
    : `${contact.name}${contact.role === null ? '' : `, ${contact.role}`}, ${organisationName}`
}

function Regions({ initiative }: { initiative: InitiativeView }) {
  return (
    <div className="flex gap-3">
      <RegionTile codes={initiative.regions.map(({ code }) => code)} />
      <ul className="min-w-0 wrap-anywhere hyphens-auto">
        {initiative.regions.map((region) => (
          <li key={region.code}>
            <TextLink
              className="inline-block max-w-full py-0.5"
              href={{ pathname: '/regions/[slug]', params: { slug: region.slug } }}
            >
              {region.name}
            </TextLink>
            {region.certainty === 'derived' ? <Interpretation /> : null}
          </li>
        ))}
        {initiative.regionNote === null ? null : (
          <li className="mt-1 text-xs text-muted">{initiative.regionNote}</li>
        )}
      </ul>
    </div>
  )
}
