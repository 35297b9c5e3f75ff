import { useSyncExternalStore } from 'react'

/** Kept in localStorage only: no cookie, and nothing goes to the server. */

/** Repeats MAX_COMPARED, to keep lib/exchange/comparison/rules.ts out of the browser. */
export const TRAY_SIZE = 4

const KEY = 'vergelijken'
const SLUG = /^[a-z0-9-]{1,120}$/
const MAX_TITLE = 300

export interface SelectedInitiative {
  slug: string
  title: string
}

export type SelectionNews =
  { kind: 'added' | 'removed'; title: string; count: number } | { kind: 'full' | 'emptied' }

interface Selection {
  items: readonly SelectedInitiative[]
  news: SelectionNews | null
}

const EMPTY: Selection = { items: [], news: null }

const isItem = (value: unknown): value is SelectedInitiative =>
  typeof value === 'object' &&
  value !== null &&
  'slug' in value &&
  'title' in value &&
  typeof value.slug === 'string' &&
  SLUG.test(value.slug) &&
  typeof value.title === 'string'

export function readSelection(text: string | null): SelectedInitiative[] {
  if (text === null) return []
  let stored: unknown
  try {
    stored = JSON.parse(text)
  } catch {
    return []
  }
  const items = Array.isArray(stored) ? stored.filter(isItem) : []
  return items
    .filter(({ slug }, index) => items.findIndex((one) => one.slug === slug) === index)
    .slice(0, TRAY_SIZE)
    .map(({ slug, title }) => ({ slug, title: title.slice(0, MAX_TITLE) }))
}

export function toggled(
  items: readonly SelectedInitiative[],
  item: SelectedInitiative,
): { items: readonly SelectedInitiative[]; news: SelectionNews } {
  const without = items.filter(({ slug }) => slug !== item.slug)
  if (without.length < items.length)
    return { items: without, news: { kind: 'removed', title: item.title, count: without.length } }
  if (items.length >= TRAY_SIZE) return { items, news: { kind: 'full' } }
  return {
    items: [...items, item],
    news: { kind: 'added', title: item.title, count: items.length + 1 },
  }
}

let current: Selection | null = null
const listeners = new Set<() => void>()

function stored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    // Without storage people can still choose on this page.
    return null
  }
}

function snapshot(): Selection {
  return (current ??= { items: readSelection(stored()), news: null })
}

function replace(next: Selection): void {
  current = next
  try {
    if (next.items.length === 0) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, JSON.stringify(next.items))
  } catch {
    // Full or forbidden: the selection then lasts as long as this page.
    current = next
  }
  for (const listener of listeners) listener()
}

function fromOtherTab({ key }: StorageEvent): void {
  if (key !== KEY && key !== null) return
  current = { items: readSelection(stored()), news: null }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('storage', fromOtherTab)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('storage', fromOtherTab)
  }
}

export function useSelection(): Selection {
  return useSyncExternalStore(subscribe, snapshot, () => EMPTY)
}

const never = () => () => undefined

export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

export function toggleSelected(item: SelectedInitiative): void {
  replace(toggled(snapshot().items, item))
}

export function clearSelection(): void {
  replace({ items: [], news: { kind: 'emptied' } })
}
