/**
 * Collections. An editor puts initiatives in an order and tells why they belong together. A collection holds at most forty, each once, and is
 * public when its editor says so and something is in it. Once public its address never changes, so that it can be shared. An initiative
 * that is no longer published is left out of what people read, and comes back when it is.
 *
 * Source: issue "exchange", learning.
 */
export const MAX_ENTRIES = 40
export const MAX_SLUG = 80

/** The order after moving one step; the same when it cannot move. */
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
