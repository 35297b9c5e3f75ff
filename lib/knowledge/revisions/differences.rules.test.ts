import { describe, expect, it } from 'vitest'
import { fieldDifferences, isReordered, readableContent } from './differences.rules'
import { draftSchema } from './schema'
import type { VersionContent } from './types'

const text = draftSchema.parse({
  title: 'Leren op de werkvloer',
  summary: 'Wij helpen 12 mensen.',
  targetGroups: ['nuggers', 'jongeren'],
  lifecycle: 'running',
  lessons: 'Begin klein\nVraag door',
  contactName: 'Fenna',
  contactEmail: 'fenna@voorbeeld.nl',
  contactConsent: 'on',
  steps: [{ name: 'Een', description: 'Kijk rond' }],
  results: [{ kind: 'outcome', label: 'Aan het werk', value: '12.5', unit: '%', note: '' }],
})
const content: VersionContent = { ...text, images: [], attachments: [] }
const words = {
  order: ['title', 'summary', 'targetGroups', 'steps', 'results', 'lessons', 'lifecycle'],
  kindOf: () => 'Veranderd',
}
const differences = (after: Partial<VersionContent>) =>
  fieldDifferences(content, { ...content, ...after }, words)

describe('what changed between two versions', () => {
  it('is nothing for equal versions', () => {
    expect(differences({})).toEqual([])
  })

  it('marks words of a text, and goes in the order of the form', () => {
    const found = differences({ lessons: ['Begin klein'], summary: 'Wij helpen 20 mensen.' })
    expect(found.map(({ field }) => field)).toEqual(['summary', 'lessons'])
    expect(found[0]).toEqual({
      kind: 'text',
      field: 'summary',
      parts: [
        { kind: 'kept', text: 'Wij helpen ' },
        { kind: 'deleted', text: '12' },
        { kind: 'inserted', text: '20' },
        { kind: 'kept', text: ' mensen.' },
      ],
    })
  })

  it('marks items that came and went, of lists, terms and the stage', () => {
    expect(
      differences({
        lessons: ['Vraag door', 'Begin groot'],
        targetGroups: ['nuggers'],
        lifecycle: 'stopped',
      }),
    ).toEqual([
      {
        kind: 'codes',
        field: 'targetGroups',
        before: [
          { value: 'nuggers', changed: false },
          { value: 'jongeren', changed: true },
        ],
        after: [{ value: 'nuggers', changed: false }],
      },
      {
        kind: 'lines',
        field: 'lessons',
        before: [
          { value: 'Begin klein', changed: true },
          { value: 'Vraag door', changed: false },
        ],
        after: [
          { value: 'Vraag door', changed: false },
          { value: 'Begin groot', changed: true },
        ],
      },
      {
        kind: 'codes',
        field: 'lifecycle',
        before: [{ value: 'running', changed: true }],
        after: [{ value: 'stopped', changed: true }],
      },
    ])
  })

  it('puts a field that the order does not know last', () => {
    expect(differences({ problem: 'Nieuw', title: 'Anders' }).map(({ field }) => field)).toEqual([
      'title',
      'problem',
    ])
  })

  it('writes rows as lines, a figure as the Dutch write it', () => {
    const [row] = differences({ results: [] })
    expect(row).toEqual({
      kind: 'text',
      field: 'results',
      parts: [{ kind: 'deleted', text: 'Veranderd: Aan het werk; 12,5 %' }],
    })
    expect(differences({ steps: [{ name: 'Een', description: 'Kijk goed' }] })).toMatchObject([
      { parts: [{ text: 'Een: Kijk ' }, { text: 'rond' }, { text: 'goed' }] },
    ])
  })

  it('says that the address of a contact person changed, and not what it is', () => {
    const changed = differences({ contactEmail: 'ander@voorbeeld.nl' })
    expect(changed).toMatchObject([
      { field: 'contactEmail', before: [{ changed: true }], after: [{ changed: true }] },
    ])
    expect(JSON.stringify(changed)).not.toContain('@')
    expect(differences({ contactEmail: null })).toMatchObject([{ after: [] }])
  })

  it('knows a list in another order', () => {
    const [moved] = differences({ lessons: ['Vraag door', 'Begin klein'] })
    expect(moved && isReordered(moved)).toBe(true)
    const [changed] = differences({ lessons: ['Vraag door'] })
    expect(changed && isReordered(changed)).toBe(false)
    const [title] = differences({ title: 'Anders' })
    expect(title && isReordered(title)).toBe(false)
  })
})

describe('the pictures and documents of two versions', () => {
  const image = {
    hash: 'a',
    width: 640,
    height: 400,
    alt: 'Een fiets',
    isDecoration: false,
    caption: '',
    credit: '',
    focusX: 50,
    focusY: 50,
  }
  const other = { ...image, hash: 'b', alt: 'Een brug' }
  const plan = { hash: 'c', kind: 'pdf', sizeBytes: 12, title: 'Plan' } as const
  const between = (before: Partial<VersionContent>, after: Partial<VersionContent>) =>
    fieldDifferences({ ...content, ...before }, { ...content, ...after }, words)

  it('are marked when any of what readers see changed', () => {
    expect(between({ images: [image] }, { images: [image] })).toEqual([])
    const moved = { ...image, focusX: 20 }
    expect(between({ images: [image, other] }, { images: [moved, other] })).toEqual([
      {
        kind: 'images',
        field: 'images',
        before: [
          { ...image, changed: true },
          { ...other, changed: false },
        ],
        after: [
          { ...moved, changed: true },
          { ...other, changed: false },
        ],
      },
    ])
    expect(between({ attachments: [] }, { attachments: [plan] })).toEqual([
      {
        kind: 'attachments',
        field: 'attachments',
        before: [],
        after: [{ ...plan, changed: true }],
      },
    ])
  })

  it('can be the same in another order', () => {
    const [turned] = between({ images: [image, other] }, { images: [other, image] })
    expect(turned && isReordered(turned)).toBe(true)
  })
})

describe('what readers may see of an earlier version', () => {
  it('names nobody', () => {
    const shown = JSON.stringify(readableContent(content))
    expect(shown).not.toContain('Fenna')
    expect(shown).not.toContain('fenna@')
  })

  it('hides a count of people under five, and keeps other figures', () => {
    const row = { kind: 'outcome', label: 'Aan het werk', note: null } as const
    const { results } = readableContent({
      ...content,
      results: [
        { ...row, value: '4', unit: 'mensen' },
        { ...row, value: '5', unit: 'mensen' },
        { ...row, value: '4', unit: '%' },
      ],
    })
    expect(results.map(({ value, unit }) => [value, unit])).toEqual([
      [null, null],
      ['5', 'mensen'],
      ['4', '%'],
    ])
  })
})
