import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Disclosure } from '@/components/base/ui/disclosure'
import { FingerprintLink } from '@/components/base/ui/fingerprint-link'
import { StatusWord } from '@/components/base/ui/text'
import type { ChainGoal } from '@/lib/monitor/chains/types'
import type { MeasureYear, VerdictView } from '@/lib/monitor/verdicts/types'
import { DecisionWord } from './decision-word'

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="max-w-measure whitespace-pre-line">{children}</dd>
    </div>
  )
}

function VerdictBody({ verdict }: { verdict: VerdictView }) {
  const t = useTranslations('chains.verdict')
  const format = useFormatter()
  return (
    <>
      <Part label={t('observed')}>{verdict.observed}</Part>
      {verdict.otherCauses === '' ? null : (
        <Part label={t('otherCauses')}>{verdict.otherCauses}</Part>
      )}
      <Part label={t('reason')}>
        {verdict.decision === null ? null : <DecisionWord decision={verdict.decision} />}{' '}
        {verdict.reason}
        <span className="mt-1 block text-sm text-muted">
          {verdict.confidence === null ? null : `${t(`confidence.${verdict.confidence}`)}. `}
          {verdict.signedAt === null
            ? t('notSigned')
            : t('signed', { date: format.dateTime(new Date(verdict.signedAt), DAY) })}
          {verdict.signedAt === null ? null : <FingerprintLink kind="oordeel" id={verdict.id} />}
        </span>
      </Part>
      {verdict.reactions.length > 0 ? (
        <Part label={t('reactions')}>
          {verdict.reactions.map((reading) => (
            <span key={reading.id} className="block">
              <strong>{t(`constituency.${reading.constituency}`)}:</strong> {reading.text}
              <span className="block text-sm text-muted">
                {t(reading.byMember ? 'byMember' : 'byEditors', {
                  date: format.dateTime(new Date(reading.createdAt), DAY),
                })}
              </span>
            </span>
          ))}
        </Part>
      ) : null}
    </>
  )
}

export function YearVerdict({ year, of }: { year: number; of: MeasureYear | null }) {
  const t = useTranslations('chains.verdict')
  const format = useFormatter()
  const expectation = of?.expectation?.signedAt == null ? null : of.expectation
  const current = of?.current ?? null
  return (
    <div className="min-w-0">
      <h5 className="font-sans text-base font-semibold text-muted">{year}</h5>
      {expectation === null && current === null ? (
        <p className="mt-1 text-clay">{t('nothing', { year })}</p>
      ) : null}
      <dl className="mt-2 space-y-3">
        {expectation === null ? null : (
          <Part label={t('expected')}>
            {expectation.text}
            <span className="mt-1 block text-sm text-muted">
              {expectation.lateOn === null ? (
                t('signed', { date: format.dateTime(new Date(expectation.signedAt ?? ''), DAY) })
              ) : (
                <StatusWord tone="attention" isSentence>
                  {t('late', { date: format.dateTime(new Date(expectation.signedAt ?? ''), DAY) })}
                </StatusWord>
              )}
              <FingerprintLink kind="verwachting" id={expectation.id} />
            </span>
          </Part>
        )}
        {current === null ? null : <VerdictBody verdict={current} />}
      </dl>
      {(of?.replaced ?? []).map((verdict) => (
        <Disclosure key={verdict.id} summary={t('earlier')} className="mt-2 border-b-0 text-sm">
          <dl className="space-y-3">
            <VerdictBody verdict={verdict} />
          </dl>
        </Disclosure>
      ))}
    </div>
  )
}

export function VerdictList({ goals, year }: { goals: readonly ChainGoal[]; year: number }) {
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {goals.flatMap((goal) =>
        goal.measures.map((measure) => (
          <li key={measure.id} id={`oordeel-${measure.id}`} className="scroll-mt-8 py-6">
            <h4 className="font-serif text-lg leading-snug font-semibold">{measure.title}</h4>
            <p className="text-sm text-muted">{goal.title}</p>
            <div className="mt-4 grid gap-x-10 gap-y-6 lg:grid-cols-2 print:grid-cols-2">
              <YearVerdict year={year} of={measure.now} />
              <YearVerdict year={year - 1} of={measure.before} />
            </div>
          </li>
        )),
      )}
    </ul>
  )
}
