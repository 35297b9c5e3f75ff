/**
 * A name belongs to one term of a vocabulary, whether as its name or as an alternative one, without
 * regard to case and accents. A term that got another name keeps the old one as an alternative, so
 * that it stays findable. A merged term gives its names, its uses and the terms under it to its
 * successor. A retired term keeps its uses and has nothing under it.
 *
 * Source: docs/adr/0039-vocabularies-that-change.md.
 */
import type { FormValues } from '@/lib/base/http/action-result'
import { plain } from '@/lib/base/words/rules'
import { isSameMeasure } from '@/lib/judgement/measurements/outcomes.rules'
import type {
  ManagedVocabulary,
  NameClash,
  NewTerm,
  StoredTerm,
  TermBranch,
  TermRow,
  VocabularySlug,
} from './types'
import { MANAGED } from './types'

export const isVocabularySlug = (text: string): text is VocabularySlug =>
  Object.hasOwn(MANAGED, text)

export const VOCABULARY_SLUGS = Object.keys(MANAGED) as VocabularySlug[]

export const slugOfVocabulary = (vocabulary: ManagedVocabulary): VocabularySlug =>
  VOCABULARY_SLUGS.find((slug) => MANAGED[slug] === vocabulary) ?? 'doelgroepen'

/** A name without case, accents and doubled spaces. */
export const nameKey = (name: string): string => plain(name).replace(/\s+/g, ' ').trim()

const isSame = (name: string, other: string) => nameKey(name) === nameKey(other)

/** The names without those that are there already, and without the term's own names. */
export function altLabelsOf(names: readonly string[], own: readonly string[]): string[] {
  const kept: string[] = []
  for (const name of names)
    if (name !== '' && ![...own, ...kept].some((one) => isSame(one, name))) kept.push(name)
  return kept
}

type Names = Pick<NewTerm, 'labelNl' | 'labelEn' | 'altLabels'>

const namesOf = (term: Names) => [term.labelNl, term.labelEn, ...term.altLabels]

/**
 * The first name that another term of the vocabulary has; null when all are free. What the term
 * was called already is not asked again: a few terms of the first list share a name.
 */
export function nameClash(
  terms: readonly StoredTerm[],
  names: Names,
  ownId: string | null = null,
): NameClash | null {
  const wanted = [
    ['labelNl', names.labelNl],
    ['labelEn', names.labelEn],
    ...names.altLabels.map((name) => ['altLabels', name] as const),
  ] as const
  const others = terms.filter((term) => term.replacedById === null && term.id !== ownId)
  const own = terms.filter(({ id }) => id === ownId).flatMap(namesOf)
  for (const [field, name] of wanted) {
    if (own.some((one) => isSame(one, name))) continue
    const taken = others.find((term) => namesOf(term).some((one) => isSame(one, name)))
    if (taken) return { field, term: taken.labelNl }
  }
  return null
}

/** The alternative names after a save: those typed, and the Dutch name that was replaced. */
export function altLabelsAfter(before: Pick<Names, 'labelNl'>, after: Names): string[] {
  return altLabelsOf([...after.altLabels, before.labelNl], [after.labelNl])
}

/** Whether a term is this one or stands anywhere under it. */
export function isWithin(
  terms: readonly Pick<StoredTerm, 'id' | 'parentId'>[],
  id: string,
  aboveId: string,
): boolean {
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null && !seen.has(at);) {
    if (at === aboveId) return true
    seen.add(at)
    const here: string = at
    at = terms.find((term) => term.id === here)?.parentId ?? null
  }
  return false
}

/** Whether a term may stand under this one: in use, and neither itself nor below it. */
export function canStandUnder(
  terms: readonly StoredTerm[],
  id: string | null,
  parentId: string | null,
): boolean {
  if (parentId === null) return true
  const parent = terms.find((term) => term.id === parentId)
  if (!parent || parent.retired || parent.replacedById !== null) return false
  return id === null || !isWithin(terms, parentId, id)
}

/**
 * Whether a term can be merged into another one. Two outcomes that are counted, timed or judged in
 * another way are not the same outcome.
 */
export const isMergeTarget = (
  into: Pick<StoredTerm, 'id' | 'retired' | 'replacedById' | 'measure'>,
  from: Pick<StoredTerm, 'id' | 'measure'>,
): boolean =>
  into.id !== from.id &&
  !into.retired &&
  into.replacedById === null &&
  (into.measure === null || from.measure === null || isSameMeasure(into.measure, from.measure))

export interface MergePlan {
  altLabels: string[]
  parentId: string | null
}

/**
 * The successor after a merge: it answers to both names, and takes the place of the merged term
 * when it stood under it.
 */
export function mergePlan(
  terms: readonly StoredTerm[],
  from: StoredTerm,
  into: StoredTerm,
): MergePlan {
  return {
    altLabels: altLabelsOf(
      [...into.altLabels, from.labelNl, ...from.altLabels],
      [into.labelNl, into.labelEn],
    ),
    parentId: isWithin(terms, into.id, from.id) ? from.parentId : into.parentId,
  }
}

/** The terms as a tree; one whose parent is not in the list stands at the top. */
export function branches(rows: readonly TermRow[]): TermBranch[] {
  const known = new Set(rows.map(({ id }) => id))
  const under = (parent: string | null): TermBranch[] =>
    rows
      .filter(
        ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent,
      )
      .map((row) => ({ ...row, children: under(row.id) }))
  return under(null)
}

/** The terms in the order of the tree, each with how deep it stands. */
export function flatten(
  tree: readonly TermBranch[],
  depth = 0,
): { term: TermBranch; depth: number }[] {
  return tree.flatMap((term) => [{ term, depth }, ...flatten(term.children, depth + 1)])
}

type Shown = Pick<
  TermRow,
  'labelNl' | 'labelEn' | 'definitionNl' | 'definitionEn' | 'altLabels' | 'parentId' | 'measure'
>

/** A term as its form shows it. */
export const termValues = (term: Shown): FormValues => ({
  labelNl: term.labelNl,
  labelEn: term.labelEn,
  definitionNl: term.definitionNl,
  definitionEn: term.definitionEn,
  altLabels: term.altLabels.join('\n'),
  parentId: term.parentId ?? '',
  ...(term.measure && {
    unit: term.measure.unit,
    horizon: term.measure.horizon ?? '',
    lowerIsBetter: term.measure.lowerIsBetter ? 'on' : '',
  }),
})
