/** Fixed choices in an import, by the names that people give them. */
import type { FundingOverlap } from '@/generated/prisma/enums'
import { plain } from '@/lib/base/words/rules'
import type { PolicyUnit } from '@/lib/monitor/policy-indicators/types'

/** The first two are the Dutch and English name in the template. */
export const UNIT_NAMES: Readonly<Record<PolicyUnit, readonly [string, string, ...string[]]>> = {
  people: ['mensen', 'people', 'personen', 'aantal mensen'],
  percent: ['procent', 'percent', '%', 'percentage'],
  euro: ['euro', 'euros', "euro's", '€'],
  hours: ['uren', 'hours', 'uur'],
  number: ['aantal', 'number', 'getal'],
}

export const OVERLAP_NAMES: Readonly<
  Record<FundingOverlap, readonly [string, string, ...string[]]>
> = {
  separate: ['ja', 'yes', 'ja, het komt erbovenop', 'separate'],
  may_overlap: ['nee', 'no', 'nee, het kan er al in zitten', 'may_overlap'],
  unknown: ['niet bekend', 'not known', 'dat weet ik niet', 'onbekend', 'unknown'],
}

const bare = (text: string) => plain(text).trim() || text.trim()

function choice<Value extends string>(
  names: Readonly<Record<Value, readonly string[]>>,
): (text: string) => Value | null {
  const byName = new Map(
    (Object.keys(names) as Value[]).flatMap((value) =>
      names[value].map((name) => [bare(name), value] as const),
    ),
  )
  return (text) => byName.get(bare(text)) ?? null
}

/** The unit that a cell names; null when it names none. */
export const unitOf = choice(UNIT_NAMES)
export const overlapOf = choice(OVERLAP_NAMES)
