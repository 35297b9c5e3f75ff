import { describe, expect, it } from 'vitest'
import { parseDocument } from '@/lib/base/files/documents/parse'
import { examples, type Example } from '@/lib/base/testing/documents/examples'
import { fileOf } from '@/lib/base/testing/documents/write-documents'
import { readRegions, regionLinks, regionRows } from '@/prisma/seed/regions'
import { readTaxonomy, termRows } from '@/prisma/seed/taxonomy'
import { proposalsOf } from './rules'
import {
  type KnownPlace,
  type Knowledge,
  LINE_FIELDS,
  PROPOSAL_FIELDS,
  type Proposal,
} from './types'

const FIELDS = {
  targetGroups: 'targetGroups',
  sectors: 'sectors',
  instruments: 'instruments',
  challenges: 'societalChallenges',
} as const

function knowledge(): Knowledge {
  const taxonomy = readTaxonomy()
  const file = readRegions()
  const rows = regionRows(file)
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const links = regionLinks(file)
  const chosen = (code: string) =>
    links.find(
      ({ child, parent }) => child === code && byCode.get(parent)?.type === 'labour_market',
    )
  return {
    terms: (
      Object.entries(FIELDS) as [keyof typeof FIELDS, (typeof FIELDS)['targetGroups']][]
    ).flatMap(([field, vocabulary]) =>
      termRows(taxonomy, vocabulary).map(({ slug, labelNl, altLabels, parent }) => ({
        field,
        slug,
        label: labelNl,
        alternatives: altLabels,
        parent: parent ?? null,
      })),
    ),
    places: rows.flatMap((row): KnownPlace[] => {
      const region = row.type === 'municipality' ? byCode.get(chosen(row.code)?.parent ?? '') : row
      return region
        ? [{ name: row.name, variants: row.nameVariants, type: row.type, slug: region.slug }]
        : []
    }),
  }
}

const isLine = (field: string) => LINE_FIELDS.some((one) => one === field)
const keyOf = ({ field, value, result }: Proposal) =>
  field === 'results' ? `${result?.kind ?? ''}:${value}` : value
const same = (text: string) =>
  text
    .replace(/[\s.;]+/g, ' ')
    .trim()
    .toLowerCase()

describe('debug', () => {
  it('lists', async () => {
    const known = knowledge()
    const totals = new Map<
      string,
      { right: number; wrong: number; missed: number; strongRight: number; strongWrong: number }
    >()
    for (const example of examples()) {
      const reading = await parseDocument(await fileOf(example))
      if ('problem' in reading) throw new Error(`${example.name} ${reading.problem}`)
      if (process.env.SHOW === example.name) console.log(JSON.stringify(reading.blocks, null, 1))
      const proposals = proposalsOf(reading.blocks, known)
      for (const field of PROPOSAL_FIELDS) {
        const gold = (example.gold.get(field) ?? []).map(same)
        const wanted =
          field === 'problem' || field === 'summary' || field === 'stopReason'
            ? gold.length
              ? [gold.join(' ')]
              : []
            : gold
        const mine = proposals.filter((p) => p.field === field)
        const given = mine.flatMap((p) =>
          (isLine(field) ? p.value.split('\n') : [keyOf(p)]).map((v) => ({
            v: same(v),
            strong: p.strength === 'strong',
            p,
          })),
        )
        const t = totals.get(field) ?? {
          right: 0,
          wrong: 0,
          missed: 0,
          strongRight: 0,
          strongWrong: 0,
        }
        for (const g of given) {
          const ok = wanted.includes(g.v)
          if (ok) t.right += 1
          else t.wrong += 1
          if (g.strong) {
            if (ok) t.strongRight += 1
            else t.strongWrong += 1
          }
          if (!ok)
            console.log(
              `${example.name} ${field} ${g.strong ? 'STRONG' : 'weak'} wrong: ${g.v.slice(0, 100)} [${g.p.rule}/${g.p.because}]`,
            )
        }
        for (const w of wanted)
          if (!given.some((g) => g.v === w)) {
            t.missed += 1
            console.log(`${example.name} ${field} missed: ${w.slice(0, 100)}`)
          }
        totals.set(field, t)
      }
    }
    for (const [f, t] of totals)
      console.log(
        f.padEnd(16),
        'P',
        (t.right / (t.right + t.wrong)).toFixed(2),
        'R',
        (t.right / (t.right + t.missed)).toFixed(2),
        'strong P',
        (t.strongRight / (t.strongRight + t.strongWrong)).toFixed(2),
        'strong R',
        (t.strongRight / (t.right + t.missed)).toFixed(2),
        JSON.stringify(t),
      )
    expect(1).toBe(1)
  })
})
