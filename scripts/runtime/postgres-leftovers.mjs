import { existsSync, readdirSync, readlinkSync } from 'node:fs'

const GO_BY_THEMSELVES_MS = 3_000
const LOOK_EACH_MS = 50

function processesIn(data) {
  if (!existsSync('/proc/self/cwd')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === data
      } catch {
        // Gone meanwhile, or another user's.
        return false
      }
    })
}

/** PostgreSQL refuses to start beside children of a killed server. Not for data with a server. */
export async function clearLeftovers(data, patienceMs = GO_BY_THEMSELVES_MS) {
  const until = Date.now() + patienceMs
  for (let left = processesIn(data); left.length > 0; left = processesIn(data)) {
    // Uncommitted work is rolled back at the next start, as after a power cut.
    if (Date.now() > until) for (const pid of left) endNow(pid)
    if (Date.now() > until + patienceMs) return
    await new Promise((resolve) => setTimeout(resolve, LOOK_EACH_MS))
  }
}

function endNow(pid) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {}
}
