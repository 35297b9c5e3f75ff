import 'server-only'
import { PrismaClient } from '@/generated/prisma/client'
import { env } from './env'
import { SerialPg } from './serial-adapter'

const STATEMENT_TIMEOUT_MS = 5_000
const POOL_WAIT_MS = 5_000

function createClient() {
  // The adapter's defaults wait for ever; a slow database must give an answer instead.
  const adapter = new SerialPg({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL_MAX,
    connectionTimeoutMillis: POOL_WAIT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
  })
  return new PrismaClient({ adapter })
}

const holder = globalThis as typeof globalThis & { praktijkbankDb?: PrismaClient }

/** One client per process; kept on globalThis because the development server reloads modules. */
export const db = (holder.praktijkbankDb ??= createClient())

/** A transaction as mutations receive it. */
export type Transaction = Parameters<Parameters<typeof db.$transaction>[0]>[0]
