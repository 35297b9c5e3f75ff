/** The application parses the same variables in lib/base/runtime/env.ts. */
const { PORT, DATABASE_URL, NEXTAUTH_URL, TRUSTED_PROXIES, LOG_LEVEL } = process.env

const port = Number(PORT ?? 3000)

export const settings = {
  port,
  databaseUrl: DATABASE_URL ?? '',
  publicUrl: new URL(NEXTAUTH_URL ?? `http://localhost:${port}`),
  trustedProxies: Number(TRUSTED_PROXIES ?? 0),
  logLevel: LOG_LEVEL ?? 'info',
}
