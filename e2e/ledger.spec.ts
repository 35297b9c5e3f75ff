import { expect, expectAccessible, expectFits, ignoreNotFound, query, test } from './fixtures'

const REGION = 'midden-brabant'

interface Signed {
  id: string
  year: number
  slug: string
  title: string
  observed: string
}

async function signedVerdict(): Promise<Signed> {
  const [found] = await query<Signed>(
    `SELECT v.id::text, v.year, r.slug, m.title, v.observed
     FROM policy_verdict v
     JOIN policy_measure m ON m.id = v.measure_id
     JOIN policy_goal g ON g.id = m.goal_id
     JOIN region r ON r.id = g.region_id
     JOIN ledger_entry e ON e.kind = 'verdict' AND e.record_id = v.id
     WHERE r.slug LIKE '%' || $1 || '%' AND NOT EXISTS (SELECT FROM policy_verdict n WHERE n.supersedes_id = v.id)
     ORDER BY v.id LIMIT 1`,
    [REGION],
  )
  if (!found) throw new Error('no signed verdict in the demo data')
  return found
}

/** Past every trigger, as somebody who owns the database could. */
const rewrite = (id: string, observed: string) =>
  query(
    `SELECT set_config('session_replication_role', 'replica', false) AS off;
     UPDATE policy_verdict SET observed = '${observed.replaceAll("'", "''")}' WHERE id = '${id}'`,
  )

const addCheck = (faultCount: number, faults: unknown[]) =>
  query(
    `INSERT INTO ledger_check (id, started_at, finished_at, entries, heads, fault_count, faults)
     SELECT gen_random_uuid(), now(), now() + interval '1 day', count(*)::int, 1, $1::int, $2::jsonb FROM ledger_entry`,
    [faultCount, JSON.stringify(faults)],
  )

test(
  'a reader sees that nothing was rewritten, keeps a fingerprint and finds it again',
  { tag: '@S-634' },
  async ({ page }) => {
    await query(
      `INSERT INTO ledger_head (day, seq, hash)
     SELECT DATE '2026-11-30', seq, hash FROM ledger_entry ORDER BY seq DESC LIMIT 1
     ON CONFLICT DO NOTHING`,
    )
    await addCheck(0, [])
    await page.goto('/onveranderd')
    await expect(page.getByText('Niets is veranderd')).toBeVisible()
    await expectAccessible(page)
    await expectFits(page)
    const answer = await page.request.get('/api/v1/onveranderd')
    const { dagen } = (await answer.json()) as { dagen: { dag: string; vingerafdruk: string }[] }
    const kept = dagen.find(({ dag }) => dag === '2026-11-30')?.vingerafdruk ?? ''
    expect(await (await page.request.get('/onveranderd/feed.xml')).text()).toContain(kept)
    expect(await (await page.request.get('/en/unchanged/feed.json')).text()).toContain(kept)
    const field = page.getByRole('textbox', { name: 'Vingerafdruk' })
    await field.fill(kept.toUpperCase())
    await page.getByRole('button', { name: 'Controleer' }).click()
    await expect(page.getByText('Deze vingerafdruk staat in de reeks')).toBeVisible()
    await field.fill(`${kept.slice(0, -1)}${kept.endsWith('0') ? '1' : '0'}`)
    await page.getByRole('button', { name: 'Controleer' }).click()
    await expect(page.getByText('Deze vingerafdruk staat niet in de reeks')).toBeVisible()
  },
)

test(
  'a verdict leads to its fingerprint, and a changed one says so on its page and the page of all',
  { tag: '@S-635' },
  async ({ page }) => {
    const verdict = await signedVerdict()
    await page.goto(`/regios/${verdict.slug}/monitor?jaar=${verdict.year}`)
    const link = page.locator(`a[href="/onveranderd/oordeel/${verdict.id}"]`)
    await expect(link.first()).toHaveText('Vingerafdruk')
    const address = `/onveranderd/oordeel/${verdict.id}`
    await page.goto(address)
    await expect(page.getByText('Dit is sinds het vastleggen niet veranderd')).toBeVisible()
    await page.getByText('De tekst waar de vingerafdruk van is gemaakt').click()
    await expect(page.locator('pre')).toContainText('"record":"verdict"')
    await expectAccessible(page)
    await expectFits(page)
    try {
      await rewrite(verdict.id, 'Alles ging goed')
      await addCheck(1, [
        {
          fault: 'changed',
          seq: 1,
          kind: 'verdict',
          recordId: verdict.id,
          at: '2026-11-30T10:00:00.000Z',
        },
      ])
      const fresh = `?vingerafdruk=${verdict.id}`
      await page.goto(`${address}${fresh}`)
      await expect(page.getByText('Hier klopt iets niet')).toBeVisible()
      await page.goto(`/onveranderd${fresh}`)
      await expect(page.getByText('Op 1 plaats klopt iets niet')).toBeVisible()
      await expect(page.getByText(`“${verdict.title}”`)).toBeVisible()
      await expectAccessible(page)
    } finally {
      await rewrite(verdict.id, verdict.observed)
      await query('DELETE FROM ledger_check')
    }
  },
)

test(
  'anyone computes the chain anew from the open data',
  { tag: '@S-636' },
  async ({ page, problems }) => {
    const { createHash } = await import('node:crypto')
    const sha = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
    const words: Record<string, string> = {
      verwachting: 'expectation',
      oordeel: 'verdict',
      reactie: 'reaction',
      beoordeling: 'assessment',
      meting: 'measurement',
    }
    interface Entry {
      nummer: number
      soort: string
      inhoud: string
      vorige: string
      achteraf: boolean
      vastgelegdOp: string
      vingerafdruk: string
      tekst: string | null
    }
    const answer = await page.request.get('/api/v1/onveranderd/regels')
    const { items } = (await answer.json()) as { items: Entry[] }
    let before = '0'.repeat(64)
    for (const item of items) {
      expect(item.vorige).toBe(before)
      const text = `{"afterwards":"${item.achteraf}","content":"${item.inhoud}","form":"1","kind":"${words[item.soort] ?? ''}","previous":"${before}","sealedAt":"${item.vastgelegdOp}","seq":"${item.nummer}"}`
      expect(sha(text)).toBe(item.vingerafdruk)
      before = item.vingerafdruk
    }
    const open = items.filter(({ tekst }) => tekst !== null)
    expect(open.length).toBeGreaterThan(0)
    // Other journeys may change rows past the triggers; most of what is open has to fit.
    expect(open.filter(({ tekst, inhoud }) => sha(tekst ?? '') === inhoud).length).toBeGreaterThan(
      open.length / 2,
    )
    expect((await page.request.get('/onveranderd/oordeel/geen')).status()).toBe(404)
    expect((await page.request.get('/api/v1/onveranderd/regels?na=-1')).status()).toBe(400)
    ignoreNotFound(problems)
  },
)
