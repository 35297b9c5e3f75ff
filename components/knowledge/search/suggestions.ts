export interface SuggestedOption {
  soort: string
  slug: string
  label: string
  labelEn: string
  aantal: number
}

export const addressOf = (
  { soort, slug }: Pick<SuggestedOption, 'soort' | 'slug'>,
  list: string,
): string =>
  soort === 'initiatief' ? `${list}/${slug}` : `${list}?${soort}=${encodeURIComponent(slug)}`

/** The active option after an arrow key; -1 is the field itself, between last and first. */
export function afterArrow(active: number, key: 'ArrowDown' | 'ArrowUp', count: number): number {
  const places = count + 1
  const step = key === 'ArrowDown' ? 1 : -1
  return ((active + 1 + step + places) % places) - 1
}
