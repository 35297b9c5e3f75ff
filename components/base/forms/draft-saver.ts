import type { FormValues } from '@/lib/base/http/action-result'
import type { SaveOutcome } from './draft-storage'

export const PAUSE_MS = 2_000
export const RETRY_MS = 10_000

export type DraftProgress =
  | { kind: 'none' }
  | { kind: 'waiting' | 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'problem'; why: 'offline' | 'signedOut' | 'refused'; inBrowser: boolean }

export interface DraftPlaces {
  read: () => FormValues
  /** False when this browser keeps nothing. */
  keep: (values: FormValues) => boolean
  dropKept: () => void
  /** Null where the form saves itself in its record, or nobody is signed in. */
  server: {
    save: (values: FormValues, last?: boolean) => Promise<SaveOutcome>
    /** Once the save that may be under way has ended. */
    remove: (after: Promise<void>) => void
  } | null
  tell: (progress: DraftProgress) => void
}

/**
 * Saves what is typed at each pause: first in this browser, then on the server. One save at a
 * time, and what was typed meanwhile follows. In this browser it stays only until the server has
 * it, since others may use the same computer.
 */
export class DraftSaver {
  readonly #places: DraftPlaces
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | null = null
  #again = false
  #dirty = false
  /** What is typed now is on the server. */
  #saved = false
  #held = false
  #pressed = false

  constructor(places: DraftPlaces) {
    this.#places = places
  }

  /** Typed text changed; `changed` is false when the form is again as it is stored. */
  touch(changed: boolean): void {
    clearTimeout(this.#timer)
    this.#pressed = false
    if (this.#held) return
    if (!changed) {
      if (this.#dirty) this.drop()
      return
    }
    this.#dirty = true
    this.#saved = false
    this.#places.tell({ kind: 'waiting' })
    this.#timer = setTimeout(() => this.save(), PAUSE_MS)
  }

  /** No saving while someone has to choose between two texts. */
  hold(held: boolean): void {
    this.#held = held
  }

  save(): void {
    clearTimeout(this.#timer)
    if (this.#running) {
      this.#again = true
      return
    }
    this.#running = this.#saveOnce().finally(() => {
      this.#running = null
      if (!this.#again) return
      this.#again = false
      if (this.#dirty) this.save()
    })
  }

  /** There is a connection again. */
  retry(): void {
    if (this.#dirty && !this.#held) this.save()
  }

  /** The page closes or goes to the background. */
  leave(): void {
    if (!this.#dirty || this.#saved || this.#held || this.#pressed) return
    clearTimeout(this.#timer)
    const values = this.#places.read()
    this.#places.keep(values)
    void this.#places.server?.save(values, true).then(({ kind }) => {
      if (kind === 'saved') this.#places.dropKept()
    })
  }

  /** The button was pressed: nothing is saved beside it, and a crash meanwhile costs no text. */
  press(): void {
    clearTimeout(this.#timer)
    this.#pressed = true
    if (this.#dirty && !this.#held) this.#places.keep(this.#places.read())
  }

  /** It was sent, or thrown away. A save under way must not bring it back. */
  drop(): void {
    clearTimeout(this.#timer)
    this.#dirty = false
    this.#again = false
    this.#places.dropKept()
    this.#places.tell({ kind: 'none' })
    this.#places.server?.remove(this.#running ?? Promise.resolve())
  }

  async #saveOnce(): Promise<void> {
    const values = this.#places.read()
    const inBrowser = this.#places.keep(values)
    const { server, tell } = this.#places
    if (server === null) return
    tell({ kind: 'saving' })
    const outcome = await server.save(values)
    if (!this.#dirty || this.#again) return
    if (outcome.kind === 'saved') {
      this.#saved = true
      this.#places.dropKept()
      tell({ kind: 'saved', at: outcome.savedAt })
      return
    }
    tell({ kind: 'problem', why: outcome.kind, inBrowser })
    if (outcome.kind !== 'refused') this.#timer = setTimeout(() => this.save(), RETRY_MS)
  }
}
