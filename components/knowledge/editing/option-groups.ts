import { definitionIn, labelIn } from '@/lib/base/text/label'
import type { ChoiceGroup, ChoiceOption } from '@/components/base/forms/choose'
import type { Locale } from '@/i18n/routing'
import { offered } from '@/lib/base/taxonomy/rules'
import type { EditingOption, EditingRegion } from '@/lib/knowledge/revisions/types'

const toOption =
  (locale: Locale, retired: string) =>
  (term: EditingOption): ChoiceOption => ({
    value: term.slug,
    label: term.retired ? `${labelIn(locale, term)} (${retired})` : labelIn(locale, term),
    hint: definitionIn(locale, term),
    also: term.altLabels,
  })

/** What a form offers of a vocabulary; a retired term only when it was chosen before. */
export function termGroups(
  all: readonly EditingOption[],
  locale: Locale,
  words: { other: string; retired: string },
  chosen: readonly string[] = [],
): ChoiceGroup[] {
  const terms = offered(all, chosen)
  const option = toOption(locale, words.retired)
  const under = (parent: string): EditingOption[] =>
    terms.filter((term) => term.parent === parent).flatMap((term) => [term, ...under(term.slug)])
  const known = new Set(terms.map(({ slug }) => slug))
  const roots = terms.filter(({ parent }) => parent === null || !known.has(parent))
  const families = roots.map((root) => ({ root, below: under(root.slug) }))
  const nested = families
    .filter(({ below }) => below.length > 0)
    .map(({ root, below }) => ({
      label: option(root).label,
      options: [root, ...below].map(option),
    }))
  const alone = families.filter(({ below }) => below.length === 0).map(({ root }) => option(root))
  return alone.length === 0 ? nested : [...nested, { label: words.other, options: alone }]
}

/**
 * The regions of now by province; one that ended only when it was chosen before, at the end. Names
 * such as Groningen belong to several regions, so each says what it is.
 */
export function regionGroups(
  all: readonly EditingRegion[],
  words: {
    ser: string
    ended: string
    kinds?: Partial<Record<EditingRegion['type'], string>>
  },
  chosen: readonly string[] = [],
): ChoiceGroup[] {
  const regions = all.filter(({ retired }) => !retired)
  const ended = all.filter(({ slug, retired }) => retired && chosen.includes(slug))
  const option = ({ slug, name, type }: EditingRegion): ChoiceOption => ({
    value: slug,
    label: name,
    kind: words.kinds?.[type],
  })
  const provinces = regions.filter(({ type }) => type === 'province')
  return [
    ...provinces.map((province) => ({
      label: province.name,
      options: [
        ...regions.filter(
          (region) => region.province === province.slug && region.type === 'labour_market',
        ),
        province,
      ].map(option),
    })),
    { label: words.ser, options: regions.filter(({ type }) => type === 'ser').map(option) },
    ...(ended.length > 0 ? [{ label: words.ended, options: ended.map(option) }] : []),
  ]
}
