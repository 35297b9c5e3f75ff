const MODIFIERS = ['metaKey', 'ctrlKey', 'shiftKey', 'altKey'] as const

/** True for a click that follows a link in this tab. */
export const isPlainClick = (
  event: Pick<MouseEvent, 'defaultPrevented' | 'button' | (typeof MODIFIERS)[number]>,
): boolean =>
  !event.defaultPrevented && event.button === 0 && !MODIFIERS.some((modifier) => event[modifier])

/** True when a link opens another page of this site in this tab. */
export function leadsAway(
  { href, target }: Pick<HTMLAnchorElement, 'href' | 'target'>,
  here: Pick<Location, 'origin' | 'pathname' | 'search'>,
): boolean {
  if (href === '' || (target !== '' && target !== '_self')) return false
  const to = new URL(href)
  // Another site, mail or a full page of ours: the question of the browser itself covers what
  // unloads the page.
  if (to.origin !== here.origin) return false
  return to.pathname !== here.pathname || to.search !== here.search
}
