import { performance } from 'node:perf_hooks'
import { listLookalikes } from '@/lib/exchange/overlap/lookalikes.data'
import { db } from '@/lib/base/db/db'
import { saveNewInitiative } from '@/lib/knowledge/revisions/mutations'

const DRAFTS = 100
const SEARCHES = 30

async function makeDrafts() {
  const { organisationId, userId } = await db.membership.findFirstOrThrow({
    where: { role: 'editor' },
    select: { organisationId: true, userId: true },
    orderBy: { userId: 'asc' },
  })
  const examples = await db.initiativeSearch.findMany({
    where: { slug: { not: { startsWith: 'synthetisch-' } } },
    select: { title: true, summary: true, body: true, revisionId: true },
    orderBy: { slug: 'asc' },
    take: 6,
  })
  const made = []
  for (let at = 0; at < DRAFTS; at += 1) {
    const example = examples[at % examples.length]
    if (!example) continue
    const draft = await saveNewInitiative({
      title: `${example.title} ${at}`,
      organisationId,
      actorId: userId,
    })
    await db.initiativeRevision.update({
      where: { id: draft.revisionId },
      data: { summary: example.summary, problem: example.body.slice(0, 4_000) },
    })
    await db.$executeRaw`
      INSERT INTO revision_term (revision_id, term_id, position)
      SELECT ${draft.revisionId}::uuid, term_id, position
      FROM revision_term
      WHERE revision_id = ${example.revisionId}::uuid
    `
    made.push({ ...draft, ...example })
  }
  return { made, scope: { organisationIds: [organisationId], seesSubmitted: true } }
}

const at = (sorted: readonly number[], part: number) =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(0)

try {
  const { made, scope } = await makeDrafts()
  const synthetic = await db.initiativeSearch.findMany({
    where: { slug: { startsWith: 'synthetisch-' } },
    select: { summary: true, body: true },
    orderBy: { slug: 'asc' },
    take: 6,
  })
  const kinds: [string, (index: number) => string][] = [
    ['its title alone', () => ''],
    [
      'a page of its own words',
      (index) =>
        `${made[index % made.length]?.summary ?? ''} ${made[index % made.length]?.body ?? ''}`,
    ],
    [
      'words that many texts have',
      (index) =>
        `${synthetic[index % synthetic.length]?.summary ?? ''} ${synthetic[index % synthetic.length]?.body ?? ''}`,
    ],
  ]
  process.stdout.write(
    '| draft with | median ms | p95 ms | slowest ms |\n| --- | ---: | ---: | ---: |\n',
  )
  for (const [name, text] of kinds) {
    const times: number[] = []
    for (let index = 0; index < SEARCHES; index += 1) {
      const draft = made[index % made.length]
      if (!draft) continue
      const from = performance.now()
      await listLookalikes(
        {
          revisionId: draft.revisionId,
          initiativeId: draft.initiativeId,
          title: draft.title,
          text: `${draft.title} ${text(index)}`,
        },
        scope,
      )
      times.push(performance.now() - from)
    }
    const sorted = times.toSorted((a, b) => a - b)
    process.stdout.write(
      `| ${name} | ${at(sorted, 0.5)} | ${at(sorted, 0.95)} | ${at(sorted, 1)} |\n`,
    )
  }
} finally {
  await db.$disconnect()
}
