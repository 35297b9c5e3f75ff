/**
 * The address of something that was merged leads to what it went into, however often that is merged
 * again.
 * Source: docs/model.md, "An initiative that ends".
 */

/** Merges that follow each other; more is a mistake. */
export const MAX_STEPS = 20

/** The last of a chain of merges; null when it turns in a circle or is too long. */
export function lastOf(slug: string, next: ReadonlyMap<string, string>): string | null {
  let at = slug
  for (let step = 0; step <= MAX_STEPS; step += 1) {
    const to = next.get(at)
    if (to === undefined) return at
    at = to
  }
  return null
}
