import { createTranslator } from 'next-intl'
import { paperText } from '@/components/monitor/chains/paper-text'
import { EURO, moneyText } from '@/components/monitor/policies/money-text'
import { formats } from '@/i18n/formats'
import type { Locale } from '@/i18n/routing'
import { measurementShape } from '@/lib/judgement/measurements/rules'
import { MIN_COUNT_TO_SHOW } from '@/lib/knowledge/evidence/disclosure.rules'
import type { PaperIndicator, PaperMoney } from '@/lib/monitor/papers/types'
import { messages } from '@/messages'

const timeZone = 'Europe/Amsterdam'

/** The words of a paper, in the language of the paper and not of the reader. */
export function paperWords(locale: Locale) {
  const translate = { locale, messages: messages[locale], formats, timeZone }
  return {
    ...paperText(locale),
    p: createTranslator({ ...translate, namespace: 'papers' }),
    targets: createTranslator({ ...translate, namespace: 'policyIndicators' }),
  }
}
export type PaperWords = ReturnType<typeof paperWords>

/** Money in one phrase, by the one rule about sums. */
export const amountText = (
  { together, format }: PaperWords,
  { amounts }: Pick<PaperMoney, 'amounts'>,
): string => moneyText(together, (euro) => format.number(euro, EURO), amounts)

const quantity = ({ format }: PaperWords, value: number, unit: string): string => {
  const number = format.number(value, { maximumFractionDigits: 2 })
  return unit === '%' ? `${number}%` : `${number} ${unit}`
}

/** The latest measurement without numbers that could identify someone. */
export function latestText(
  words: PaperWords,
  { latest, unit }: Pick<PaperIndicator, 'latest' | 'unit'>,
): string {
  const { p } = words
  if (latest === null) return p('notMeasured')
  const shape = measurementShape(latest, unit)
  switch (shape.kind) {
    case 'hidden':
      return p('hidden')
    case 'fewer':
      return p('few', { count: MIN_COUNT_TO_SHOW, n: shape.n })
    case 'allBut':
      return p('allBut', { count: shape.n - MIN_COUNT_TO_SHOW, n: shape.n })
    case 'fewCount':
      return p('fewCount', { count: MIN_COUNT_TO_SHOW, unit })
    case 'people':
      return p('peopleOf', { numerator: shape.numerator, n: shape.n })
    case 'count':
      return p('countOf', { count: shape.numerator, unit })
    case 'value':
      return quantity(words, shape.value, unit)
  }
}

export const targetText = (words: PaperWords, { target, unit }: PaperIndicator): string =>
  target.value === null ? words.p('noTarget') : quantity(words, target.value, unit)
