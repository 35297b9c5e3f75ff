import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Disclosure } from '@/components/base/ui/disclosure'
import { TextLink } from '@/components/base/ui/text'
import { noonOf } from '@/lib/base/text/calendar'
import type { OpenEnds, RegionInitiative, RegionPolicy } from '@/lib/monitor/policies/types'

interface Loose {
  key:
    'goalsWithoutInitiative' | 'initiativesWithoutGoal' | 'moneyWithoutMeasurement' | 'moneyEnding'
  items: { key: string; content: ReactNode }[]
}

function InitiativeLink({ initiative }: { initiative: RegionInitiative }) {
  return (
    <TextLink href={{ pathname: '/initiatives/[slug]', params: { slug: initiative.slug } }}>
      {initiative.title}
    </TextLink>
  )
}

function useOpenEnds(policy: RegionPolicy, openEnds: OpenEnds): Loose[] {
  const t = useTranslations('policies.openEnds')
  const format = useFormatter()
  const byId = new Map(policy.initiatives.map((initiative) => [initiative.id, initiative]))
  const initiatives = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const initiative = byId.get(id)
      return initiative ? [{ key: id, content: <InitiativeLink initiative={initiative} /> }] : []
    })
  const goals = policy.goals.filter((goal) => openEnds.goalsWithoutInitiative.includes(goal.id))
  const ending = openEnds.moneyEnding.flatMap(({ initiativeId, on }) => {
    const initiative = byId.get(initiativeId)
    const date = format.dateTime(noonOf(on), { day: 'numeric', month: 'long', year: 'numeric' })
    return initiative
      ? [
          {
            key: initiativeId,
            content: (
              <>
                <InitiativeLink initiative={initiative} />{' '}
                <span className="text-sm text-muted">{t('endsOn', { date })}</span>
              </>
            ),
          },
        ]
      : []
  })
  return [
    {
      key: 'goalsWithoutInitiative',
      items: goals.map((goal) => ({
        key: goal.id,
        content: <a href={`#doel-${goal.slug}`}>{goal.title}</a>,
      })),
    },
    { key: 'initiativesWithoutGoal', items: initiatives(openEnds.initiativesWithoutGoal) },
    { key: 'moneyWithoutMeasurement', items: initiatives(openEnds.moneyWithoutMeasurement) },
    {
      key: 'moneyEnding',
      items: ending,
    },
  ]
}

function OpenEndGroup({ group }: { group: Loose }) {
  const t = useTranslations('policies.openEnds')
  return (
    <li className={`border-t-2 pt-3 ${group.items.length > 0 ? 'border-clay' : 'border-green'}`}>
      <p
        className={`font-serif text-3xl leading-none font-semibold tabular ${group.items.length > 0 ? 'text-clay' : 'text-green'}`}
      >
        {group.items.length}
      </p>
      <p className="mt-1">{t(group.key, { count: group.items.length })}</p>
      {group.items.length > 0 ? (
        <Disclosure summary={t('show')} className="border-b-0 text-sm">
          <ul className="space-y-1.5">
            {group.items.map((item) => (
              <li key={item.key} className="py-0.5 [&_a]:inline-block [&_a]:py-0.5">
                {item.content}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </li>
  )
}

export function OpenEndList({ policy, openEnds }: { policy: RegionPolicy; openEnds: OpenEnds }) {
  const t = useTranslations('policies.openEnds')
  const groups = useOpenEnds(policy, openEnds)
  return (
    <div>
      <h3>{t('title')}</h3>
      <ul className="mt-4 grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
        {groups.map((group) => (
          <OpenEndGroup key={group.key} group={group} />
        ))}
      </ul>
    </div>
  )
}
