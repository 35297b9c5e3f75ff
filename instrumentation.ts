/** Called once when a server process starts. Recurring work runs inside the application (docs/adr/0013-recurring-work-and-mail.md). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startJobs } = await import('@/lib/jobs/mutations')
  await startJobs()
}
