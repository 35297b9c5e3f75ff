import type { OptionGroup } from './choices'
import type { Option } from './inputs'

/** An option as the chooser finds it, under other names too. */
export interface ChoiceOption extends Option {
  /** Other words for the same. */
  also?: readonly string[] | undefined
  /** What it is, where names alone are not enough: "provincie". */
  kind?: string | undefined
}

export interface ChoiceGroup extends OptionGroup {
  options: readonly ChoiceOption[]
}

export interface Choice extends ChoiceOption {
  /** The other name under which it was found. */
  foundAs: string | null
}

const MAX_SHOWN = 8

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** 0 for a name that starts so, 1 for a word that does, 2 for anywhere; null for none. */
function rankOf(name: string, typed: string): number | null {
  const text = plain(name)
  const at = text.indexOf(typed)
  if (at === -1) return null
  if (at === 0) return 0
  return text.includes(` ${typed}`) || text.includes(`-${typed}`) ? 1 : 2
}

function match(
  option: ChoiceOption,
  typed: string,
): { rank: number; foundAs: string | null } | null {
  const own = rankOf(option.label, typed)
  if (own !== null) return { rank: own, foundAs: null }
  const others = (option.also ?? []).flatMap((name) => {
    const rank = rankOf(name, typed)
    return rank === null ? [] : [{ rank: rank + 0.5, foundAs: name }]
  })
  return others.toSorted((a, b) => a.rank - b.rank)[0] ?? null
}

/** The options that fit what is typed, best first; each option once, however many groups hold it. */
export function findChoices(groups: readonly ChoiceGroup[], words: string): Choice[] {
  const typed = plain(words.trim())
  if (typed === '') return []
  const options = new Map(
    groups.flatMap((group) => group.options.map((option) => [option.value, option] as const)),
  )
  return [...options.values()]
    .flatMap((option) => {
      const found = match(option, typed)
      return found ? [{ option, ...found }] : []
    })
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, MAX_SHOWN)
    .map(({ option, foundAs }) => ({ ...option, foundAs }))
}
