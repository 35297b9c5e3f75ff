export const WAITS_MS = [0, 500, 2_000, 5_000, 10_000, 20_000]
export const WELL_AFTER_MS = 60_000

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Consecutive ends wait longer; after too many, `givenUp` resolves with the last error. */
export function keepRunning({
  running: first,
  start,
  onLost,
  onBack,
  wait = pause,
  now = Date.now,
}) {
  let stopped = false

  async function startAgain(attempts) {
    let error = null
    for (let attempt = attempts; attempt < WAITS_MS.length; attempt += 1) {
      await wait(WAITS_MS[attempt])
      if (stopped) return null
      try {
        return { running: await start(), attempts: attempt + 1 }
      } catch (failure) {
        error = failure
      }
    }
    return { error }
  }

  async function watch(giveUp) {
    let running = first
    let attempts = 0
    for (;;) {
      const from = now()
      await running.gone
      if (stopped) return
      if (now() - from >= WELL_AFTER_MS) attempts = 0
      onLost()
      const next = await startAgain(attempts)
      if (next === null) return
      if (!next.running) return giveUp(next.error)
      running = next.running
      attempts = next.attempts
      if (!stopped) onBack()
    }
  }

  return { givenUp: new Promise((resolve) => void watch(resolve)), stop: () => (stopped = true) }
}
