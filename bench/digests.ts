/** Makes weekly digests for many followers. Started by bench/digests.mjs, and killed by a test. */
import { performance } from 'node:perf_hooks'
import { sendDigests } from '@/lib/people/digests/mutations'
import { db } from '@/lib/base/db/db'

const [wanted = '10000', moment] = process.argv.slice(2)
const NOW = new Date(moment ?? '2026-11-23T06:00:00Z')
const count = Number(wanted)

async function makeFollowers(): Promise<void> {
  await db.$executeRaw`
    INSERT INTO app_user (id, email, name)
    SELECT gen_random_uuid(), 'volger-' || n || '@bench.voorbeeld.nl', 'Volger'
    FROM generate_series(1, ${count}::int) n
  `
  await db.$executeRaw`
    INSERT INTO mail_wish (user_id, kind, mode, updated_at)
    SELECT id, kind, 'weekly', now()
    FROM app_user, unnest(ARRAY['digest', 'followed-news']) kind
    WHERE email LIKE 'volger-%@bench.voorbeeld.nl'
  `
  await db.$executeRaw`
    INSERT INTO notification (id, user_id, kind, key, title, path, created_at)
    SELECT
      gen_random_uuid(),
      u.id,
      'initiative-updated',
      'bench ' || k,
      'Nieuws ' || k,
      '/initiatieven/bench-' || k,
      ${NOW}::timestamptz - make_interval(hours => k)
    FROM app_user u,
      generate_series(1, 7) k
    WHERE u.email LIKE 'volger-%@bench.voorbeeld.nl'
      AND k <= 1 + (split_part(split_part(u.email, '@', 1), '-', 2)::int % 7)
  `
  await db.$executeRaw`ANALYZE`
}

const followers = () =>
  db.user.count({ where: { email: { startsWith: 'volger-', endsWith: '@bench.voorbeeld.nl' } } })

try {
  if ((await followers()) === 0) await makeFollowers()
  const from = performance.now()
  const queued = await sendDigests(NOW)
  const seconds = (performance.now() - from) / 1_000
  const statement = performance.now()
  await db.$queryRaw`
    SELECT user_id, title, path
    FROM notification
    WHERE key LIKE 'bench %'
    ORDER BY user_id, created_at DESC
  `
  const bare = (performance.now() - statement) / 1_000
  const again = await sendDigests(NOW)
  process.stdout.write(
    `| digests | seconds | a second | bare SQL that reads their news, seconds | made again |\n| ---: | ---: | ---: | ---: | ---: |\n`,
  )
  process.stdout.write(
    `| ${queued.toLocaleString('en')} | ${seconds.toFixed(1)} | ${Math.round(queued / seconds).toLocaleString('en')} | ${bare.toFixed(2)} | ${String(again)} |\n`,
  )
} finally {
  await db.$disconnect()
}
