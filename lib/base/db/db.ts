import 'server-only'
import { PrismaClient } from '@/generated/prisma/client'
import { env } from '@/lib/base/runtime/env'
import { SerialPg } from './serial-adapter'

/** Together under five seconds: after that a visitor has left, and others need the connection. */
export const POOL_WAIT_MS = 1_500
export const LOCK_TIMEOUT_MS = 1_500
export const STATEMENT_TIMEOUT_MS = 3_000
const IDLE_IN_TRANSACTION_MS = 5_000

function createClient() {
  // The adapter's defaults wait for ever.
  const adapter = new SerialPg({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL_MAX,
    connectionTimeoutMillis: POOL_WAIT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: POOL_WAIT_MS } })
}

const holder = globalThis as typeof globalThis & { praktijkbankDb?: PrismaClient }

/** One client per process; kept on globalThis because the development server reloads modules. */
export const db = (holder.praktijkbankDb ??= createClient())

export type Transaction = Parameters<Parameters<typeof db.$transaction>[0]>[0]
