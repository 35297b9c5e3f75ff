import { useTranslations } from 'next-intl'
import { TermWord } from '@/components/base/taxonomy/term-word'
import { Facts } from '@/components/base/ui/layout'
import { ExampleMark } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import type { PublicAdoption } from '@/lib/exchange/adoptions/types'
import { noonOf } from '@/lib/base/text/calendar'
import { AdoptionStatusWord } from './adoption-status'

const SHEET = ['kept', 'changed', 'dropped', 'reason', 'legalChecks', 'cost'] as const

interface AdoptionCardProps {
  adoption: PublicAdoption
  names: 'organisation' | 'initiative'
  openable: boolean
}

function AdoptionLine({ adoption, names }: Pick<AdoptionCardProps, 'adoption' | 'names'>) {
  const t = useTranslations('adoptions')
  const { organisation, region } = adoption
  return (
    <p className="mt-2 max-w-measure">
      {names === 'organisation' && region ? (
        <>
          <TextLink
            href={{ pathname: '/regions/[slug]', params: { slug: region.slug } }}
            prefetch={false}
          >
            {region.name}
          </TextLink>
          {'. '}
        </>
      ) : null}
      {names === 'initiative' ? <>{organisation}. </> : null}
      {t('for')} <TermWord term={adoption.group} />. {t('goal')} {adoption.goal}
    </p>
  )
}

function AdoptionSheet({ adoption }: { adoption: PublicAdoption }) {
  const t = useTranslations('adoptions')
  const sheet = SHEET.filter((key) => adoption[key] !== '').map((key) => ({
    label: t(`shown.${key}`),
    value: <span className="whitespace-pre-line">{adoption[key]}</span>,
  }))
  return sheet.length > 0 ? <Facts items={sheet} className="mt-4" /> : null
}

function Checkin({ checkin }: { checkin: PublicAdoption['checkins'][number] }) {
  const t = useTranslations('adoptions')
  return (
    <div className="mt-4 border-l-4 border-green pl-4">
      <h4 className="font-sans font-semibold">{t('checkin.after', { months: checkin.month })}</h4>
      <p className="max-w-measure whitespace-pre-line">
        {t('checkin.resultLine', { result: checkin.result })}
      </p>
      <p className="max-w-measure whitespace-pre-line">
        {t('checkin.learnt', { lesson: checkin.lesson })}
      </p>
    </div>
  )
}

function OwnInitiative({ own }: { own: NonNullable<PublicAdoption['own']> }) {
  const t = useTranslations('adoptions')
  return (
    <p className="mt-4">
      {t.rich('became', {
        title: own.title,
        link: (words) => (
          <TextLink
            href={{
              pathname: '/initiatives/[slug]',
              params: { slug: own.slug },
            }}
            prefetch={false}
          >
            {words}
          </TextLink>
        ),
      })}
    </p>
  )
}

export function AdoptionCard({ adoption, names, openable }: AdoptionCardProps) {
  const t = useTranslations('adoptions')
  const { organisation, initiative, status } = adoption
  return (
    <article className="border-t border-hairline py-6">
      <h3>
        {names === 'organisation' ? (
          organisation
        ) : (
          <TextLink
            href={{
              pathname: '/initiatives/[slug]',
              params: { slug: initiative.slug },
              hash: 'overnames',
            }}
          >
            {initiative.title}
          </TextLink>
        )}
      </h3>
      <p className="mt-1">
        <AdoptionStatusWord status={status} />{' '}
        {status === 'running' && adoption.startsOn !== null ? (
          <span className="text-muted">{t('since', { date: noonOf(adoption.startsOn) })}</span>
        ) : null}
      </p>
      <AdoptionLine adoption={adoption} names={names} />
      {adoption.isExample ? (
        <p className="mt-3">
          <ExampleMark>{t('example')}</ExampleMark>
        </p>
      ) : null}
      {adoption.stopReason === null ? null : (
        <p className="mt-2 max-w-measure whitespace-pre-line">
          {t('stoppedWhy', { reason: adoption.stopReason })}
        </p>
      )}
      <AdoptionSheet adoption={adoption} />
      {adoption.checkins.map((checkin) => (
        <Checkin key={checkin.month} checkin={checkin} />
      ))}
      {adoption.own === null ? null : <OwnInitiative own={adoption.own} />}
      {openable ? (
        <p className="mt-3 print:hidden">
          <TextLink href={{ pathname: '/workspace/adoptions/[id]', params: { id: adoption.id } }}>
            {t('open', { organisation })}
          </TextLink>
        </p>
      ) : null}
    </article>
  )
}
