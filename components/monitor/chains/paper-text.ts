import { labelIn } from '@/lib/base/text/label'
import { createFormatter, createTranslator } from 'next-intl'
import { evidenceText } from '@/components/knowledge/evidence/evidence-text'
import { EURO, moneyText } from '@/components/monitor/policies/money-text'
import { formats } from '@/i18n/formats'
import type { Locale } from '@/i18n/routing'
import type { ChainState, MoneyByEvidence, RegionChain } from '@/lib/monitor/chains/types'
import { noonOf, type CalendarDate } from '@/lib/base/text/calendar'
import { messages } from '@/messages'

const timeZone = 'Europe/Amsterdam'
const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const

/** In the language of the file, which is not always that of the reader. */
export function paperText(locale: Locale) {
  const translate = { locale, messages: messages[locale], formats, timeZone }
  const format = createFormatter({ locale, timeZone })
  return {
    t: createTranslator({ ...translate, namespace: 'chains' }),
    together: createTranslator({ ...translate, namespace: 'policies.together' }),
    evidence: createTranslator({ ...translate, namespace: 'evidence' }),
    format,
    day: (date: CalendarDate) => format.dateTime(noonOf(date), DAY),
    dayOf: (moment: string) => format.dateTime(new Date(moment), DAY),
    term: ({ labelNl, labelEn }: { labelNl: string; labelEn: string }) =>
      labelIn(locale, { labelNl, labelEn }),
  }
}
export type PaperText = ReturnType<typeof paperText>

export const stateMoney = ({ together, format }: PaperText, { amounts }: ChainState) =>
  moneyText(together, (euro) => format.number(euro, EURO), amounts)

export function stateSentences(
  text: PaperText,
  { region: { name: region }, year }: { region: Pick<RegionChain['region'], 'name'>; year: number },
  state: ChainState,
): string[] {
  const { t } = text
  return [
    t('state.goals', { region, year, goals: state.goals, served: state.goalsServed }),
    t('state.money', {
      streams: state.streams,
      money: stateMoney(text, state),
      known: state.amounts.known,
      unknown: state.unknownAmounts,
      ending: state.ending,
    }),
    t('state.verdicts', { measures: state.measures, verdicts: state.verdicts }),
  ]
}

/** Level and direction of the initiatives that money pays for, never one without the other. */
export function moneyEvidenceText(
  { t, evidence: words }: Pick<PaperText, 't' | 'evidence'>,
  evidence: MoneyByEvidence['evidence'],
): string {
  if (evidence === 'none') return t('money.noInitiative')
  return evidence === 'several' ? t('money.differs') : evidenceText({ t: words }, evidence)
}
