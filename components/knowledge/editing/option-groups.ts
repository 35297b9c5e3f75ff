import { definitionIn, labelIn } from '@/lib/base/text/label'
import type { ChoiceGroup, ChoiceOption } from '@/components/base/forms/choose'
import type { Locale } from '@/i18n/routing'
import type { EditingOption, EditingRegion } from '@/lib/knowledge/revisions/types'

const toOption =
  (locale: Locale) =>
  (term: EditingOption): ChoiceOption => ({
    value: term.slug,
    label: labelIn(locale, term),
    hint: definitionIn(locale, term),
    also: term.altLabels,
  })

export function termGroups(
  terms: readonly EditingOption[],
  locale: Locale,
  otherLabel: string,
): ChoiceGroup[] {
  const option = toOption(locale)
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
  return alone.length === 0 ? nested : [...nested, { label: otherLabel, options: alone }]
}

/** Names such as Groningen belong to several regions, so each says what it is. */
export function regionGroups(
  regions: readonly EditingRegion[],
  labels: { ser: string; kinds?: Partial<Record<EditingRegion['type'], string>> },
): ChoiceGroup[] {
  const option = ({ slug, name, type }: EditingRegion): ChoiceOption => ({
    value: slug,
    label: name,
    kind: labels.kinds?.[type],
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
    { label: labels.ser, options: regions.filter(({ type }) => type === 'ser').map(option) },
  ]
}
