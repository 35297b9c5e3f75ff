import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/generated/prisma/client'
import { env } from '@/lib/platform/env'
import { seed } from './seed'

const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: env.DATABASE_URL, max: 2 }) })
try {
  await seed(client, { examples: env.DEMO_DATA === '1', report: (line) => console.log(line) })
} finally {
  await client.$disconnect()
}
