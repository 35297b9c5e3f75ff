import type { useFormatter, useTranslations } from 'next-intl'
import { MIN_STUDIES } from '@/lib/base/inference/meta-analysis.rules'
import type { Line, Pool } from '@/lib/exchange/pooling/types'

export interface PoolWords {
  t: ReturnType<typeof useTranslations<'pooling'>>
  format: Pick<ReturnType<typeof useFormatter>, 'number'>
}

/** Of every hundred people, with a sign where it is a difference. */
export const perHundred = (
  { format }: Pick<PoolWords, 'format'>,
  kind: Pool['kind'],
  share: number,
): string =>
  format.number(Math.round(share * 100), kind === 'alone' ? {} : { signDisplay: 'exceptZero' })

/** An estimate with its interval. */
export function spanText(
  words: PoolWords,
  kind: Pool['kind'],
  { estimate, low, high }: Pick<Line, 'estimate' | 'low' | 'high'>,
): string {
  return words.t('span', {
    estimate: perHundred(words, kind, estimate),
    low: perHundred(words, kind, low),
    high: perHundred(words, kind, high),
  })
}

/** The whole in a sentence: what it comes to, or why it is too little. */
export function verdictText(words: PoolWords, { kind, lines, result }: Pool): string {
  if (result === null) return words.t('tooFew', { count: lines.length, needed: MIN_STUDIES })
  const values = {
    count: lines.length,
    estimate: perHundred(words, kind, result.estimate),
    low: perHundred(words, kind, result.low),
    high: perHundred(words, kind, result.high),
  }
  return words.t(kind === 'alone' ? 'together.alone' : 'together.compared', values)
}
