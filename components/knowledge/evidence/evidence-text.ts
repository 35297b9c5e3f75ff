import type { useFormatter, useTranslations } from 'next-intl'
import { levelOf } from '@/lib/knowledge/evidence/direction.rules'
import type { EffectSize, EvidenceSummary } from '@/lib/knowledge/evidence/types'

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
