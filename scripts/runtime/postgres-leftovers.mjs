import { existsSync, readdirSync, readlinkSync } from 'node:fs'

const GO_BY_THEMSELVES_MS = 3_000
const LOOK_EACH_MS = 50

/** Processes that work in this data folder. Empty where the system does not tell, as outside Linux. */
function processesIn(data) {
  if (!existsSync('/proc/self/cwd')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === data
      } catch {
        // Gone meanwhile, or of somebody else.
        return false
      }
    })
}

/**
 * Waits until no process of a server that was killed works on this data any more: PostgreSQL refuses to start beside one. They go by
 * themselves when they notice; those in the midst of a long calculation do not, and are ended. Only for data without a server.
 */
export async function clearLeftovers(data, patienceMs = GO_BY_THEMSELVES_MS) {
  const until = Date.now() + patienceMs
  for (let left = processesIn(data); left.length > 0; left = processesIn(data)) {
    // What they did and did not commit is undone at the next start, as after a power cut.
    if (Date.now() > until) for (const pid of left) endNow(pid)
    if (Date.now() > until + patienceMs) return
    await new Promise((resolve) => setTimeout(resolve, LOOK_EACH_MS))
  }
}

function endNow(pid) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone meanwhile.
  }
}
