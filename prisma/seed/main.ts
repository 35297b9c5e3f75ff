import { PrismaClient } from '@/generated/prisma/client'
import { env } from '@/lib/base/runtime/env'
import { SerialPg } from '@/lib/base/db/serial-adapter'
import { seed } from './seed'

const client = new PrismaClient({
  adapter: new SerialPg({ connectionString: env.DATABASE_URL, max: 2 }),
})
try {
  await seed(client, { examples: env.DEMO_DATA === '1', report: (line) => console.log(line) })
} finally {
  await client.$disconnect()
}
