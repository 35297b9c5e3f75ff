/**
 * A collection is public when its editor says so and it is not empty; from then on its address
 * never changes.
 * Source: docs/model.md, "Exchange".
 */
export const MAX_ENTRIES = 40
export const MAX_SLUG = 80

/** The order after moving one step; unchanged when it cannot move. */
export function moved<Item>(
  items: readonly Item[],
  index: number,
  direction: 'up' | 'down',
): Item[] {
  const other = direction === 'up' ? index - 1 : index + 1
  const [one, two] = [items[index], items[other]]
  if (one === undefined || two === undefined) return [...items]
  return items.map((item, place) => (place === index ? two : place === other ? one : item))
}
