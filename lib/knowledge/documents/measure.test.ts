import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '@/lib/base/files/documents/parse'
import { examples, type Example } from '@/lib/base/testing/documents/examples'
import { knownWords } from '@/lib/base/testing/documents/known-words'
import { fileOf } from '@/lib/base/testing/documents/write-documents'
import { proposalsOf } from './rules'
import { LINE_FIELDS, PROPOSAL_FIELDS, type Proposal, type ProposalField } from './types'

interface Score {
  expected: number
  proposed: number
  right: number
  ticked: number
  tickedRight: number
}

/** A lower figure fails. Words of running text are found less well than what has a label. */
const FLOOR = { precision: 0.85, recall: 0.9, ticked: 0.95 }
const LOWER: Partial<Record<ProposalField, Partial<typeof FLOOR>>> = {
  instruments: { recall: 0.6 },
  sectors: { precision: 0.75, recall: 0.75 },
}

const WHOLE = ['summary', 'problem', 'stopReason']
const isIn = (list: readonly string[], field: string) => list.includes(field)
const same = (text: string) =>
  text
    .replace(/[\s.;]+/g, ' ')
    .trim()
    .toLowerCase()

function expectedOf({ gold }: Example, field: ProposalField): string[] {
  const values = gold.get(field) ?? []
  if (values.length === 0) return []
  return isIn(WHOLE, field) ? [same(values.join(' '))] : values.map(same)
}

function givenOf({ field, value, result }: Proposal): string[] {
  if (isIn(LINE_FIELDS, field)) return value.split('\n').map(same)
  return [same(field === 'results' ? `${result?.kind ?? ''}:${value}` : value)]
}

function add(score: Score, example: Example, proposals: readonly Proposal[], field: ProposalField) {
  const expected = expectedOf(example, field)
  score.expected += expected.length
  for (const proposal of proposals.filter((one) => one.field === field))
    for (const value of givenOf(proposal)) {
      const isRight = Number(expected.includes(value))
      score.proposed += 1
      score.right += isRight
      if (proposal.strength === 'weak') continue
      score.ticked += 1
      score.tickedRight += isRight
    }
}

const documents = examples()
const known = knownWords()
const scores = new Map<ProposalField, Score>(
  PROPOSAL_FIELDS.map((field) => [
    field,
    { expected: 0, proposed: 0, right: 0, ticked: 0, tickedRight: 0 },
  ]),
)
for (const example of documents) {
  const reading = await parseDocument(await fileOf(example))
  if ('problem' in reading) throw new Error(`${example.name}: ${reading.problem}`)
  const proposals = proposalsOf(reading.blocks, known)
  for (const [field, score] of scores) add(score, example, proposals, field)
}

const part = (some: number, all: number) => (all === 0 ? 1 : some / all)
const shown = (share: number) => `${String(Math.round(share * 100))}%`

function row([field, score]: readonly [string, Score]): string {
  const cells = [
    field,
    score.expected,
    score.proposed,
    shown(part(score.right, score.proposed)),
    shown(part(score.right, score.expected)),
    score.ticked,
    shown(part(score.tickedRight, score.ticked)),
  ]
  return `| ${cells.join(' | ')} |`
}

function total(): Score {
  const sum = { expected: 0, proposed: 0, right: 0, ticked: 0, tickedRight: 0 }
  for (const score of scores.values())
    for (const key of Object.keys(sum) as (keyof Score)[]) sum[key] += score[key]
  return sum
}

const count = (of: (example: Example) => string, wanted: string) =>
  String(documents.filter((example) => of(example).startsWith(wanted)).length)

const page = () => `# Reading documents

An editor may begin an initiative with a document. The words are read in a process apart
([adr/0043](adr/0043-reading-documents.md)), and rules look in them for answers. A rule is named with
each proposal, so that people can see why it is there:

| rule | finds |
| --- | --- |
| headings and labels | what stands under "Aanleiding", behind "Doelgroep:" or beside "Looptijd" in a table; the words stand in \`headings.rules.ts\` |
| dates and periods | days, months and years as Dutch documents write them; "t/m", "tot en met", a dash |
| amounts and people | euros near a word of money; numbers before a word for people, hoped for and reached apart |
| terms | names of the vocabularies and the search words of the product; the longest wins, a word of several terms is not sure |
| places | regions by name, municipalities as their labour-market region; addresses are skipped |
| people to ask | only behind a label, and never ticked |

Sure proposals are ticked, others are not. Nothing is saved before somebody makes the draft.

## Measured

On ${String(documents.length)} documents that the tests make, with the answers a careful reader would
give: ${count(({ name }) => name, 'plan')} project plans, ${count(({ name }) => name, 'evaluatie')}
evaluations and ${count(({ name }) => name, 'besluit')} subsidy decisions;
${count(({ format }) => format, 'docx')} as DOCX, ${count(({ format }) => format, 'pdf')} as PDF,
${count(({ format }) => format, 'odt')} as ODT and ${count(({ format }) => format, 'txt')} as text. They
stand in \`lib/base/testing/documents\`; \`measure.test.ts\` in \`lib/knowledge/documents\` writes this
page, and fails when a figure is lower than its floor or not what stands here.

Precision: which part of what is proposed is right. Recall: which part of the answers is proposed. A
list counts per line, a text as a whole, and only when it is the same to the letter.

| question | answers | proposed | precision | recall | ticked | precision of ticked |
| --- | --: | --: | --: | --: | --: | --: |
${[...scores].map(row).join('\n')}
${row(['**all**', total()])}

The same people wrote the documents and the rules, and the rules were made better by looking at what
they missed here. So these figures say that the rules do what they should on documents of this kind;
on documents of others expect less, above all for texts under headings that nobody thought of.

## What it does not read

Pictures of text, text in columns beside each other (they are read across), footnotes, remarks,
deleted text and tables of contents. Documents in other languages than Dutch give little.
`

describe('reading thirty documents', () => {
  it('has ten of each kind', () => {
    for (const kind of ['plan', 'evaluatie', 'besluit'])
      expect(count(({ name }) => name, kind)).toBe('10')
  })

  it.each([...scores])('finds enough for %s, and is right about it', (field, score) => {
    const floor = { ...FLOOR, ...LOWER[field] }
    expect(score.expected).toBeGreaterThan(0)
    expect(part(score.right, score.proposed)).toBeGreaterThanOrEqual(floor.precision)
    expect(part(score.right, score.expected)).toBeGreaterThanOrEqual(floor.recall)
    expect(part(score.tickedRight, score.ticked)).toBeGreaterThanOrEqual(floor.ticked)
  })

  it('has its figures in the documentation', async () => {
    const file = new URL('../../../docs/document-reading.md', import.meta.url)
    const options = await resolveConfig(file)
    const text = await format(page(), { ...options, parser: 'markdown' })
    await expect(text).toMatchFileSnapshot(file.pathname)
  })
})
