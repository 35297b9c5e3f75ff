import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { performance } from 'node:perf_hooks'

const COLUMNS =
  's.initiative_id, s.slug, s.title, s.summary, s.target_groups, s.instruments, s.sectors, s.challenges, s.regions, s.lifecycle, s.evidence_rank, s.medians, s.published_at'
const tag = (facet, slug) =>
  `s.tags && ARRAY(SELECT id FROM search_tag WHERE facet = '${facet}' AND slug = '${slug}')`
const words = (query) => `s.document @@ to_tsquery('praktijk', '${query}')`
const page = (where, order = 's.published_at DESC, s.initiative_id') =>
  `SELECT ${COLUMNS} FROM initiative_search s WHERE ${where} ORDER BY ${order} LIMIT 10`
const tally = (where) =>
  `SELECT tag, count(*)::int FROM initiative_search s, unnest(s.tags) tag WHERE ${where} GROUP BY tag`
const filter = `${tag('doelgroep', 'statushouders')} AND ${tag('regio', 'twente')}`
const search = `${words('techniek:*')} AND ${tag('doelgroep', 'statushouders')}`

export const STATEMENTS = {
  list: [page('true'), 'SELECT facet, slug, count FROM search_tag WHERE count > 0'],
  filter: [
    page(filter),
    tally(filter),
    tally(tag('doelgroep', 'statushouders')),
    tally(tag('regio', 'twente')),
  ],
  search: [
    page(
      search,
      `ts_rank(s.document, to_tsquery('praktijk', 'techniek:*')) DESC, s.published_at DESC, s.initiative_id`,
    ),
    tally(search),
    tally(words('techniek:*')),
  ],
  item: [
    `SELECT r.* FROM initiative i JOIN initiative_revision r ON r.id = i.published_revision_id WHERE i.slug = 'synthetisch-4321'`,
    `SELECT t.* FROM initiative i JOIN revision_term rt ON rt.revision_id = i.published_revision_id JOIN term t ON t.id = rt.term_id WHERE i.slug = 'synthetisch-4321'`,
    `SELECT a.*, s.* FROM initiative i JOIN assessment a ON a.initiative_id = i.id JOIN assessment_score s ON s.assessment_id = a.id WHERE i.slug = 'synthetisch-4321'`,
  ],
  topic: [page(tag('doelgroep', 'statushouders')), tally(tag('doelgroep', 'statushouders'))],
  compare: [
    `SELECT r.* FROM initiative i JOIN initiative_revision r ON r.id = i.published_revision_id WHERE i.slug IN ('synthetisch-21', 'synthetisch-22', 'synthetisch-23', 'synthetisch-24')`,
  ],
  similar: [
    `SELECT r.* FROM initiative i JOIN initiative_revision r ON r.id = i.published_revision_id WHERE i.slug = 'synthetisch-22'`,
    `SELECT s.slug, s.title FROM initiative_search s, initiative_search o WHERE o.slug = 'synthetisch-22' AND s.initiative_id <> o.initiative_id AND s.tags && o.tags
      ORDER BY cardinality(ARRAY(SELECT unnest(s.tags) INTERSECT SELECT unnest(o.tags))) DESC, s.initiative_id LIMIT 4`,
  ],
  adoptions: [
    page('true', 's.adoptions DESC, s.published_at DESC, s.initiative_id'),
    'SELECT facet, slug, count FROM search_tag WHERE count > 0',
  ],
  collection: [
    `SELECT s.* FROM collection c JOIN collection_item i ON i.collection_id = c.id JOIN initiative_search s ON s.initiative_id = i.initiative_id WHERE c.slug = 'zes-voorbeelden' ORDER BY i.position`,
  ],
  suggest: [
    `SELECT slug, title FROM initiative_search s WHERE ${words('tech:*A')} ORDER BY evidence_rank DESC, published_at DESC, initiative_id LIMIT 4`,
  ],
}

const percentile = (times, share) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0

export async function measureSql(url, statements, connections, seconds) {
  const { Pool } = createRequire(import.meta.url)('pg')
  const pool = new Pool({ connectionString: url, max: connections })
  const times = []
  const until = performance.now() + seconds * 1_000
  const worker = async () => {
    while (performance.now() < until) {
      const from = performance.now()
      for (const statement of statements) await pool.query(statement)
      times.push(performance.now() - from)
    }
  }
  try {
    await Promise.all(Array.from({ length: connections }, worker))
  } finally {
    await pool.end()
  }
  return {
    perSecond: times.length / seconds,
    middle: percentile(times, 0.5),
    slowest: percentile(times, 0.95),
    errors: 0,
  }
}

if (process.argv[2] === 'serve') {
  const body = `<!doctype html><title>Leeg</title>${'<p>Twintig kilobyte tekst.</p>'.repeat(720)}`
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body),
  )
  server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`))
}
