const MODIFIERS = ['metaKey', 'ctrlKey', 'shiftKey', 'altKey'] as const

export const isPlainClick = (
  event: Pick<MouseEvent, 'defaultPrevented' | 'button' | (typeof MODIFIERS)[number]>,
): boolean =>
  !event.defaultPrevented && event.button === 0 && !MODIFIERS.some((modifier) => event[modifier])

export function leadsAway(
  { href, target }: Pick<HTMLAnchorElement, 'href' | 'target'>,
  here: Pick<Location, 'origin' | 'pathname' | 'search'>,
): boolean {
  if (href === '' || (target !== '' && target !== '_self')) return false
  const to = new URL(href)
  // The browser's own beforeunload question covers full page loads.
  if (to.origin !== here.origin) return false
  return to.pathname !== here.pathname || to.search !== here.search
}
