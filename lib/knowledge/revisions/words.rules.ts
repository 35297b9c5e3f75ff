/**
 * The difference of two texts by word: the shortest list of deletions and insertions (Myers, 1986).
 * Kept and deleted words together are the old text, kept and inserted ones the new text, to the
 * letter. Bounded in time and memory: texts that are too long or too different count as rewritten.
 */

export interface WordPart {
  kind: 'kept' | 'deleted' | 'inserted'
  text: string
}

/** Of both texts together: the longest summary and the longest story. */
const MAX_WORDS = 5_500
/** Words, spaces and signs that may differ. Memory grows with its square: 4.5 MB at most. */
const MAX_CHANGES = 1_500

const TOKEN = /[\p{L}\p{N}]+|\s+|[^\s\p{L}\p{N}]/gu
const WORD = /[^\s]+/g

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** The same number for the same token, so that comparing is quick. */
function numbered(before: readonly string[], after: readonly string[]) {
  const numbers = new Map<string, number>()
  const numberOf = (token: string) => {
    const known = numbers.get(token) ?? numbers.size
    numbers.set(token, known)
    return known
  }
  return { a: Int32Array.from(before, numberOf), b: Int32Array.from(after, numberOf) }
}

/** How far along the old text each diagonal gets, per number of changes; null when too many. */
function furthest(a: Int32Array, b: Int32Array): Int32Array[] | null {
  const most = Math.min(a.length + b.length, MAX_CHANGES)
  const middle = most + 1
  const reached = new Int32Array(2 * most + 3)
  const rounds: Int32Array[] = []
  for (let changes = 0; changes <= most; changes += 1) {
    rounds.push(reached.slice(middle - changes - 1, middle + changes + 2))
    for (let k = -changes; k <= changes; k += 2) {
      let x = startOf(reached, middle + k, k === -changes, k === changes)
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      reached[middle + k] = x
      if (x >= a.length && x - k >= b.length) return rounds
    }
  }
  return null
}

/** Down (an insertion) from the diagonal above, or right (a deletion) from the one below. */
function startOf(reached: Int32Array, at: number, isFirst: boolean, isLast: boolean): number {
  const above = reached[at + 1] ?? 0
  const below = reached[at - 1] ?? 0
  return isFirst || (!isLast && below < above) ? above : below + 1
}

type Step = 'kept' | 'deleted' | 'inserted'

/** The steps from start to end, found from the end. */
function stepsOf(rounds: readonly Int32Array[], oldLength: number, newLength: number): Step[] {
  const steps: Step[] = []
  let x = oldLength
  let y = newLength
  for (let changes = rounds.length - 1; changes >= 0; changes -= 1) {
    const reached = rounds[changes] ?? new Int32Array()
    const at = x - y + changes + 1
    const above = reached[at + 1] ?? 0
    const below = reached[at - 1] ?? 0
    const isDown = x - y === -changes || (x - y !== changes && below < above)
    const fromX = isDown ? above : below
    const fromY = fromX - (x - y + (isDown ? 1 : -1))
    while (x > fromX && y > Math.max(fromY, 0)) {
      steps.push('kept')
      x -= 1
      y -= 1
    }
    if (changes === 0) break
    steps.push(isDown ? 'inserted' : 'deleted')
    if (isDown) y -= 1
    else x -= 1
  }
  return steps.reverse()
}

interface Run {
  kept: string
  deleted: string
  inserted: string
}

/** Runs of kept text, each followed by what was changed there. */
function runsOf(steps: readonly Step[], before: readonly string[], after: readonly string[]) {
  const runs: Run[] = [{ kept: '', deleted: '', inserted: '' }]
  let x = 0
  let y = 0
  for (const step of steps) {
    let run = runs.at(-1)
    if (!run || (step === 'kept' && run.deleted + run.inserted !== '')) {
      run = { kept: '', deleted: '', inserted: '' }
      runs.push(run)
    }
    run[step] += (step === 'inserted' ? after[y] : before[x]) ?? ''
    if (step !== 'inserted') x += 1
    if (step !== 'deleted') y += 1
  }
  return runs
}

/** A space between two changed words reads as changed with them. */
function joined(runs: readonly Run[]): Run[] {
  const wider: Run[] = []
  for (const run of runs) {
    const last = wider.at(-1)
    const isChanged = (one: Run) => one.deleted !== '' && one.inserted !== ''
    if (last && isChanged(last) && isChanged(run) && run.kept.trim() === '') {
      last.deleted += run.kept + run.deleted
      last.inserted += run.kept + run.inserted
    } else wider.push({ ...run })
  }
  return wider
}

const partsOf = (runs: readonly Run[]): WordPart[] =>
  runs.flatMap(({ kept, deleted, inserted }) =>
    (
      [
        { kind: 'kept', text: kept },
        { kind: 'deleted', text: deleted },
        { kind: 'inserted', text: inserted },
      ] as const
    ).filter(({ text }) => text !== ''),
  )

/** What was kept, deleted and inserted, in reading order. Empty for two empty texts. */
export function wordDifference(before: string, after: string): WordPart[] {
  const whole = partsOf([{ kept: '', deleted: before, inserted: after }])
  if (before === after) return partsOf([{ kept: before, deleted: '', inserted: '' }])
  if (count(before, WORD) + count(after, WORD) > MAX_WORDS) return whole
  const old = before.match(TOKEN) ?? []
  const now = after.match(TOKEN) ?? []
  const { a, b } = numbered(old, now)
  const rounds = furthest(a, b)
  return rounds === null
    ? whole
    : partsOf(joined(runsOf(stepsOf(rounds, a.length, b.length), old, now)))
}
