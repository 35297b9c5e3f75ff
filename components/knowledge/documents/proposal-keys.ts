import { useEffect, type RefObject } from 'react'

/** On each proposal, so that a key finds its check box. */
export const PROPOSAL = 'data-proposal'

const isTyping = (element: HTMLElement) =>
  element.matches('textarea, select, input:not([type="checkbox"])')

/** Only letters alone, only inside a proposal, and never while somebody types (WCAG 2.1.4). */
function onKey(list: HTMLElement, event: KeyboardEvent): void {
  const { target, key, ctrlKey, altKey, metaKey } = event
  const wanted = { j: true, n: false }[key.toLowerCase()]
  if (wanted === undefined || ctrlKey || altKey || metaKey) return
  if (!(target instanceof HTMLElement) || isTyping(target)) return
  const proposals = [...list.querySelectorAll<HTMLElement>(`[${PROPOSAL}]`)]
  const at = proposals.findIndex((proposal) => proposal.contains(target))
  const boxOf = (place: number) =>
    proposals[place]?.querySelector<HTMLInputElement>('input[type="checkbox"]')
  const box = boxOf(at)
  if (!box) return
  event.preventDefault()
  // A click, so that the form hears of it.
  if (box.checked !== wanted) box.click()
  boxOf(at + 1)?.focus()
}

/** J accepts the proposal that has focus, N skips it; the next one gets focus. */
export function useProposalKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = list.current
    if (!element) return
    const listen = (event: KeyboardEvent) => onKey(element, event)
    element.addEventListener('keydown', listen)
    return () => element.removeEventListener('keydown', listen)
  }, [list])
}
