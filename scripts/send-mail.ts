/** Sends the mail that is due, once: for an installation whose scheduler does the recurring work (JOBS=0). */
import { runJob } from '@/lib/jobs/mutations'
import { db } from '@/lib/platform/db'

try {
  await runJob('send-mail')
} catch {
  // Recorded with the run and in the log.
  process.exitCode = 1
} finally {
  await db.$disconnect()
}
