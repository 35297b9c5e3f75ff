/** A word, region or initiative as the public interface suggests it. */
export interface SuggestedOption {
  soort: string
  slug: string
  label: string
  labelEn: string
  aantal: number
}

/** Where a suggestion leads: an initiative to its page, anything else to the list narrowed to it. */
export const addressOf = (
  { soort, slug }: Pick<SuggestedOption, 'soort' | 'slug'>,
  list: string,
): string =>
  soort === 'initiatief' ? `${list}/${slug}` : `${list}?${soort}=${encodeURIComponent(slug)}`

/**
 * The active option after an arrow key. There is one place more than there are options: between the
 * last and the first stands the field itself, which is -1.
 */
export function afterArrow(active: number, key: 'ArrowDown' | 'ArrowUp', count: number): number {
  const places = count + 1
  const step = key === 'ArrowDown' ? 1 : -1
  return ((active + 1 + step + places) % places) - 1
}
