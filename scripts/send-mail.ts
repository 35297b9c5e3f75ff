/** Sends due mail once, for installations with their own scheduler (JOBS=0). */
import { runJob } from '@/lib/site/jobs/mutations'
import { db } from '@/lib/base/db/db'

try {
  await runJob('send-mail')
} catch {
  process.exitCode = 1
} finally {
  await db.$disconnect()
}
