/** What the production server reads from its environment; the application reads the same in lib/base/runtime/env.ts. */
const { PORT, DATABASE_URL, NEXTAUTH_URL, TRUSTED_PROXIES, LOG_LEVEL } = process.env

const port = Number(PORT ?? 3000)

export const settings = {
  port,
  databaseUrl: DATABASE_URL ?? '',
  /** The address people use. */
  publicUrl: new URL(NEXTAUTH_URL ?? `http://localhost:${port}`),
  /** How many proxies of this installation stand in front of the server and add to X-Forwarded-For. */
  trustedProxies: Number(TRUSTED_PROXIES ?? 0),
  logLevel: LOG_LEVEL ?? 'info',
}
