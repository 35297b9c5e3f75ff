/**
 * The recurring work that this process does, on globalThis: the application starts it, and the server around it
 * (server/main.ts), which is bundled apart, lets it finish before the process ends.
 */
export interface RunningJobs {
  /** Takes no new work and resolves when what runs is finished, or after a bounded time. */
  stop: () => Promise<void>
}

const KEY = Symbol.for('praktijkbank.running-jobs')
const holder = globalThis as { [KEY]?: RunningJobs }

export function setRunningJobs(jobs: RunningJobs): void {
  holder[KEY] = jobs
}

export async function stopRunningJobs(): Promise<void> {
  await holder[KEY]?.stop()
}
