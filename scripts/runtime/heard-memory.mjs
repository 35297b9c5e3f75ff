import { LRUCache } from 'lru-cache'

/**
 * Values that are kept until something that is read in public changes or their time is over: never older. What was being made while something changed is not
 * kept, and while the database cannot be heard (`hear(false)`) nothing is. The value that was asked for longest ago makes way when there are too many bytes;
 * one that would take an eighth of them is not kept.
 */
export class HeardMemory {
  #values
  #generation = 0
  #hears = false

  constructor({ maxBytes, now }) {
    this.now = now
    this.#values = new LRUCache({ maxSize: maxBytes, maxEntrySize: Math.floor(maxBytes / 8), sizeCalculation: ({ bytes }) => bytes })
  }

  get bytes() {
    return this.#values.calculatedSize
  }

  /** Names the present state of what is public. Who begins to make a value holds it, and hands it in with the value. */
  get generation() {
    return this.#generation
  }

  hear(hears) {
    this.#hears = hears
    this.forget()
  }

  /** Everything kept is old, also what is being made at this moment. */
  forget() {
    this.#generation += 1
    this.#values.clear()
  }

  recall(key) {
    const kept = this.#values.get(key)
    return kept && this.now() < kept.until ? kept.value : undefined
  }

  keep(key, value, { generation, bytes, ageMs }) {
    if (this.#hears && generation === this.#generation) this.#values.set(key, { value, bytes, until: this.now() + ageMs })
  }
}
