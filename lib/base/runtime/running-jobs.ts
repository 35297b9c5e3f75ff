/** On globalThis, because server/main.ts is bundled apart. */
export interface RunningJobs {
  /** Takes no new jobs; resolves when the running ones finish, or after a bounded time. */
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
