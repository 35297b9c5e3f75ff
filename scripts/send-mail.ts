/** Sends the mail that is due, once: for an installation whose scheduler does the recurring work (JOBS=0). */
import { runJob } from '@/lib/site/jobs/mutations'
import { db } from '@/lib/base/db/db'

try {
  await runJob('send-mail')
} catch {
  // Recorded with the run and in the log.
  process.exitCode = 1
} finally {
  await db.$disconnect()
}
