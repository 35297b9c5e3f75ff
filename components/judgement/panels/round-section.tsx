import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import type { Locale } from '@/i18n/routing'
import { Disclosure } from '@/components/base/ui/disclosure'
import { endRoundAction } from '@/lib/judgement/assessments/actions'
import { ASKED_BY_DEFAULT, DEFAULT_DAYS, MIN_ASSESSORS } from '@/lib/judgement/panels/rules'
import type { Proposal, RoundView } from '@/lib/judgement/panels/types'
import { fromCalendarDate, toCalendarDate, type CalendarDate } from '@/lib/base/text/calendar'
import { useProposalOptions } from './proposal-text'
import { InviteForm, RequestForm } from './request-form'
import { RoundCard } from './round-card'

const DAY_MS = 86_400_000

interface RoundSectionProps {
  initiativeId: string
  today: CalendarDate
  rounds: readonly RoundView[]
  proposals: readonly Proposal[]
  chooses: boolean
  locale: Locale
}

function OpenRound({
  round,
  proposals,
  chooses,
  locale,
}: { round: RoundView } & Pick<RoundSectionProps, 'proposals' | 'chooses' | 'locale'>) {
  const t = useTranslations('panels.round')
  const options = useProposalOptions(locale)
  const labels = { assessors: t('more'), submit: t('moreSubmit'), busy: t('moreBusy') }
  return (
    <>
      <RoundCard round={round} />
      {chooses ? (
        <div className="space-y-6">
          {round.kind === 'second_look' ? null : proposals.length === 0 ? (
            <p className="text-sm text-muted">{t('moreNone')}</p>
          ) : (
            <Disclosure summary={t('more')}>
              <InviteForm roundId={round.id} people={options(proposals)} labels={labels} />
            </Disclosure>
          )}
          <ActForm
            action={endRoundAction}
            about={{ roundId: round.id }}
            label={t('end')}
            pending={t('ending')}
            variant="danger"
          >
            <p className="max-w-measure text-sm text-muted">{t('endHint')}</p>
          </ActForm>
        </div>
      ) : null}
    </>
  )
}

function Request({ initiativeId, today, rounds, proposals, chooses, locale }: RoundSectionProps) {
  const t = useTranslations('panels.request')
  const options = useProposalOptions(locale)
  const best = proposals.slice(0, ASKED_BY_DEFAULT)
  const last = rounds[0]
  return (
    <>
      <p className="mb-6 max-w-measure">{t(last ? 'some' : 'none')}</p>
      {chooses ? null : (
        <div className="mb-7 max-w-measure">
          <p>
            {t('system', { count: best.length })}{' '}
            {best.length > 0 && best.length < MIN_ASSESSORS ? t('few') : null}
          </p>
          {best.length === 0 ? null : (
            <Disclosure summary={t('proposed')} className="mt-2">
              <ul className="space-y-3">
                {options(best).map(({ value, label, hint }) => (
                  <li key={value}>
                    {label}
                    <span className="block text-sm text-muted">{hint}</span>
                  </li>
                ))}
              </ul>
            </Disclosure>
          )}
        </div>
      )}
      <RequestForm
        initiativeId={initiativeId}
        deadline={toCalendarDate(
          new Date(fromCalendarDate(today).getTime() + DEFAULT_DAYS * DAY_MS),
        )}
        secondPossible={(last?.submitted ?? 0) > 0}
        people={chooses && proposals.length > 0 ? options(proposals) : null}
        chosen={best.map(({ userId }) => userId)}
        labels={{
          deadline: t('deadline'),
          deadlineHint: t('deadlineHint'),
          kind: t('kind'),
          fresh: t('fresh'),
          freshHint: t('freshHint'),
          second: t('second'),
          secondHint: t('secondHint'),
          assessors: t('assessors'),
          assessorsHint: t('assessorsHint'),
          submit: t('submit'),
          busy: t('busy'),
        }}
      />
    </>
  )
}

export function RoundSection(props: RoundSectionProps) {
  const t = useTranslations('panels.round')
  const open = props.rounds.find(({ status }) => status === 'open')
  const earlier = props.rounds.filter(({ status }) => status === 'closed')
  return (
    <>
      {open ? <OpenRound round={open} {...props} /> : <Request {...props} />}
      {earlier.length === 0 ? null : (
        <Disclosure summary={t('earlier')} className="mt-8">
          {earlier.map((round) => (
            <RoundCard key={round.id} round={round} />
          ))}
        </Disclosure>
      )}
    </>
  )
}
