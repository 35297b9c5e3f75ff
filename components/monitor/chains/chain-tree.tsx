import { useFormatter, useTranslations } from 'next-intl'
import { Day } from '@/components/base/ui/day'
import { Amount } from '@/components/monitor/policies/funding-list'
import { PolicySourceNote } from '@/components/monitor/policies/goal-list'
import { EURO, moneyText } from '@/components/monitor/policies/money-text'
import { TermWord } from '@/components/base/taxonomy/term-word'
import { ExampleMark } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { IndicatorLines, PeopleLine } from '@/components/monitor/policy-indicators/indicator-lines'
import { MeasureTradeOffs } from '@/components/monitor/policy-indicators/measure-trade-offs'
import { endsSoon } from '@/lib/monitor/chains/rules'
import type {
  ChainFunding,
  ChainGoal,
  ChainInitiative,
  ChainMeasure,
  ChainState,
} from '@/lib/monitor/chains/types'
import { DecisionWord } from './decision-word'

const INDENT = ['', 'lg:ml-8', 'lg:ml-16', 'lg:ml-24', 'lg:ml-32'] as const

function Money({ fundings, today }: { fundings: readonly ChainFunding[]; today: string }) {
  const t = useTranslations('chains.tree')
  if (fundings.length === 0) return <p className="text-sm text-clay">{t('noMoney')}</p>
  return (
    <ul className="space-y-1 text-sm">
      {fundings.map((funding) => (
        <li key={funding.id}>
          <Amount funding={funding} /> {funding.provider}
          <span className={`block ${endsSoon(funding, today) ? 'text-clay' : 'text-muted'}`}>
            {funding.endsOn === null ? (
              t(funding.type.slug === 'structureel' ? 'structural' : 'noEnd')
            ) : (
              <>
                {t('until', { date: '' })}
                <Day on={funding.endsOn} />
              </>
            )}
            {funding.hasPlan ? `, ${t('plan')}` : null}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Initiatives({
  initiatives,
}: {
  initiatives: readonly (Pick<ChainInitiative, 'id' | 'slug' | 'title'> &
    Partial<ChainInitiative>)[]
}) {
  const t = useTranslations('chains.tree')
  const words = useTranslations('evidence.direction')
  if (initiatives.length === 0) return <p className="text-sm text-clay">{t('noInitiatives')}</p>
  return (
    <ul className="space-y-1 text-sm">
      {initiatives.map((initiative) => (
        <li key={initiative.id}>
          <TextLink
            href={{ pathname: '/initiatives/[slug]/monitor', params: { slug: initiative.slug } }}
          >
            {initiative.title}
          </TextLink>
          {initiative.measured === undefined ? null : (
            <span className={initiative.measured ? 'text-muted' : 'text-clay'}>
              {' '}
              {initiative.measured && initiative.direction
                ? t('measuredAs', { direction: words(initiative.direction).toLowerCase() })
                : t('unmeasured')}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Measure({ measure, year, today }: { measure: ChainMeasure; year: number; today: string }) {
  const t = useTranslations('chains.tree')
  const current = measure.now?.current ?? null
  return (
    <li id={`maatregel-${measure.id}`} className="scroll-mt-8 border-l-2 border-edge pl-4">
      <p className="font-semibold">{measure.title}</p>
      {measure.description === '' ? null : (
        <p className="max-w-measure text-sm text-muted">{measure.description}</p>
      )}
      <p className="text-sm text-muted">
        {measure.instrumentType ? <TermWord term={measure.instrumentType} /> : null}
        {measure.instrumentType && measure.responsible !== null ? ' · ' : null}
        {measure.responsible}
      </p>
      <PeopleLine people={measure.people} />
      {measure.indicators.length === 0 ? null : (
        <div className="mt-2">
          <IndicatorLines indicators={measure.indicators} year={year} />
        </div>
      )}
      <MeasureTradeOffs tradeOffs={measure.tradeOffs} />
      <div className="mt-2 grid gap-x-8 gap-y-3 sm:grid-cols-3">
        <div>
          <p className="text-sm font-semibold text-muted">{t('money')}</p>
          <Money fundings={measure.fundings} today={today} />
        </div>
        <div>
          <p className="text-sm font-semibold text-muted">{t('initiatives')}</p>
          <Initiatives initiatives={measure.initiatives} />
        </div>
        <div>
          <p className="text-sm font-semibold text-muted">{t('verdict', { year })}</p>
          {current?.decision == null ? (
            <p className="text-sm text-clay">{t('noVerdict', { year })}</p>
          ) : (
            <a href={`#oordeel-${measure.id}`} className="inline-block py-0.5">
              <DecisionWord decision={current.decision} />
            </a>
          )}
        </div>
      </div>
    </li>
  )
}

function Goal({
  goal,
  parent,
  year,
  today,
}: {
  goal: ChainGoal
  parent: string | undefined
  year: number
  today: string
}) {
  const t = useTranslations('chains')
  const indicatorText = useTranslations('policyIndicators')
  return (
    <li
      id={`doel-${goal.id}`}
      className={`scroll-mt-8 border-t border-hairline py-6 ${INDENT[Math.min(goal.depth, 4)] ?? ''}`}
    >
      <h4 className="font-serif text-lg leading-snug font-semibold">
        {goal.title} {goal.isExample ? <ExampleMark>{t('example')}</ExampleMark> : null}
      </h4>
      {parent === undefined ? null : (
        <p className="text-sm text-muted">{t('tree.under', { goal: parent })}</p>
      )}
      {goal.own ? null : <p className="text-sm text-muted">{goal.region.name}</p>}
      {goal.description === '' ? null : <p className="mt-1 max-w-measure">{goal.description}</p>}
      <div className="text-sm text-muted">
        <PolicySourceNote source={goal.source} />
        {goal.originId === null ? null : <p>{t('tree.origin')}</p>}
      </div>
      {goal.carriedBy === null ? null : (
        <p className="text-sm">{indicatorText('carriedBy', { name: goal.carriedBy })}</p>
      )}
      <PeopleLine people={goal.people} />
      <div className="mt-3">
        <h5 className="font-sans text-sm font-semibold text-muted">{indicatorText('title')}</h5>
        <IndicatorLines indicators={goal.indicators} year={year} />
      </div>
      <div className="mt-3">
        <Initiatives initiatives={goal.initiatives} />
      </div>
      {goal.measures.length === 0 ? (
        <p className="mt-2 text-sm text-clay">{t('tree.noMeasures')}</p>
      ) : (
        <ul className="mt-4 space-y-6">
          {goal.measures.map((measure) => (
            <Measure key={measure.id} measure={measure} year={year} today={today} />
          ))}
        </ul>
      )}
    </li>
  )
}

export function ChainTree({
  goals,
  year,
  today,
}: {
  goals: readonly ChainGoal[]
  year: number
  today: string
}) {
  const titles = new Map(goals.map((goal) => [goal.id, goal.title]))
  return (
    <ul className="border-b border-hairline">
      {goals.map((goal) => (
        <Goal
          key={goal.id}
          goal={goal}
          parent={titles.get(goal.parentId ?? '')}
          year={year}
          today={today}
        />
      ))}
    </ul>
  )
}

export function StateSentences({
  state,
  region,
  year,
}: {
  state: ChainState
  region: string
  year: number
}) {
  const t = useTranslations('chains.state')
  const together = useTranslations('policies.together')
  const format = useFormatter()
  const money = moneyText(together, (euro) => format.number(euro, EURO), state.amounts)
  return (
    <>
      <p>{t('goals', { region, year, goals: state.goals, served: state.goalsServed })}</p>
      <p className="mt-2">
        {t('money', {
          streams: state.streams,
          money,
          known: state.amounts.known,
          unknown: state.unknownAmounts,
          ending: state.ending,
        })}
      </p>
      <p className="mt-2">
        {t('verdicts', { measures: state.measures, verdicts: state.verdicts })}
      </p>
    </>
  )
}
