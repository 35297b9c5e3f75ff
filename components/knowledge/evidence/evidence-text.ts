import type { useFormatter, useTranslations } from 'next-intl'
import { type EvidenceCount, levelOf, spreadOf } from '@/lib/knowledge/evidence/direction.rules'
import type { EffectSize, EvidenceDirection, EvidenceSummary } from '@/lib/knowledge/evidence/types'

interface Words {
  t: ReturnType<typeof useTranslations<'evidence'>>
  format: Pick<ReturnType<typeof useFormatter>, 'number'>
}

/** The size of an effect in people with its interval; null when there is none to show. */
export function sizeText({ t, format }: Words, size: EffectSize | null): string | null {
  if (size === null) return null
  const signed = (people: number) => format.number(people, { signDisplay: 'exceptZero' })
  return t('size', {
    label: size.label,
    reached: format.number(size.reached),
    n: format.number(size.n),
    without: format.number(size.without),
    difference: signed(size.reached - size.without),
    low: signed(size.low),
    high: signed(size.high),
  })
}

/** How sure and in which direction, in one phrase: the only words for a level of an initiative. */
export const evidenceText = (
  { t }: Pick<Words, 't'>,
  { rank, direction }: Pick<EvidenceSummary, 'rank' | 'direction'>,
): string =>
  t('summary', {
    level: t(`level.${levelOf(rank)}`),
    direction: t(`direction.${direction}`).toLowerCase(),
  })

/** "2 vergeleken, 1 gemeten": only ever beside the direction these have in common. */
export const levelsText = (
  { t, format }: Words,
  levels: readonly { rank: number; count: number }[],
): string =>
  levels
    .map(({ rank, count }) =>
      t('counted', {
        count: format.number(count),
        word: t(`level.${levelOf(rank)}`).toLowerCase(),
      }),
    )
    .join(', ')

/** A whole spread as one text, for a cell of a file. */
export const spreadText = (words: Words, counts: readonly EvidenceCount[]): string =>
  spreadOf(counts)
    .map(({ direction, total, levels }) =>
      words.t('spreadLine', {
        count: words.format.number(total),
        direction: words.t(`direction.${direction}`).toLowerCase(),
        levels: levelsText(words, levels),
      }),
    )
    .join('; ')

/** The number of initiatives in a direction, whatever their level. */
export const totalOf = (counts: readonly EvidenceCount[], direction: EvidenceDirection): number =>
  counts.reduce((sum, one) => sum + (one.direction === direction ? one.count : 0), 0)
