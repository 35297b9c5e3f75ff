import { describe, expect, it } from 'vitest'
import {
  canMove,
  changedFields,
  contentToValues,
  countWords,
  isEditable,
  missingForSubmission,
  slugFromTitle,
  SUMMARY_MAX_WORDS,
} from './rules'
import { draftSchema } from './schema'
import type { DraftContent, RevisionStatus } from './types'
import { nestRows } from '@/lib/base/http/form-data'

const complete: DraftContent = draftSchema.parse({
  title: 'Leren op de werkvloer',
  summary: 'Mensen leren een vak bij een werkgever.',
  problem: 'Er zijn te weinig monteurs.',
  regions: ['twente'],
  targetGroups: ['nuggers'],
  instruments: 'scholing',
  challenges: ['arbeidsmarktkrapte'],
  lifecycle: 'running',
  steps: [{ name: 'Kennismaken', description: 'Een dag meelopen.' }],
})

describe('missingForSubmission', () => {
  it('finds nothing in a complete version', () => {
    expect(missingForSubmission(complete)).toEqual({})
  })

  it('asks for a summary, and takes "not known" and an empty reason for an answer', () => {
    expect(missingForSubmission({ ...complete, summary: '' })).toEqual({ summary: ['required'] })
    expect(missingForSubmission({ ...complete, problem: '', lifecycle: 'unknown' })).toEqual({})
  })

  it.each(['regions', 'targetGroups', 'instruments', 'challenges'] as const)(
    'asks for at least one of %s',
    (field) => {
      expect(missingForSubmission({ ...complete, [field]: [] })).toEqual({ [field]: ['chooseOne'] })
    },
  )

  it('takes working elements for an approach when there are no steps', () => {
    expect(missingForSubmission({ ...complete, steps: [] })).toEqual({ steps: ['approachNeeded'] })
    expect(
      missingForSubmission({ ...complete, steps: [], workingElements: ['Een vaste coach'] }),
    ).toEqual({})
  })

  it('asks why an initiative stopped, and only then', () => {
    expect(missingForSubmission({ ...complete, lifecycle: 'stopped' })).toEqual({
      stopReason: ['required'],
    })
    expect(
      missingForSubmission({ ...complete, lifecycle: 'stopped', stopReason: 'Het geld was op.' }),
    ).toEqual({})
  })

  it('refuses a summary one word over the limit and takes one on it', () => {
    const words = (count: number) => Array.from({ length: count }, () => 'woord').join(' ')
    expect(missingForSubmission({ ...complete, summary: words(SUMMARY_MAX_WORDS) })).toEqual({})
    expect(missingForSubmission({ ...complete, summary: words(SUMMARY_MAX_WORDS + 1) })).toEqual({
      summary: ['summaryTooLong'],
    })
  })
})

describe('the life of a version', () => {
  const statuses: RevisionStatus[] = ['draft', 'submitted', 'returned', 'published', 'superseded']
  const allowed = [
    'draft>submitted',
    'submitted>draft',
    'submitted>returned',
    'submitted>published',
    'returned>submitted',
    'published>superseded',
  ]

  it('knows exactly six steps', () => {
    const found = statuses.flatMap((from) =>
      statuses.filter((to) => canMove(from, to)).map((to) => `${from}>${to}`),
    )
    expect(found.toSorted()).toEqual(allowed.toSorted())
  })

  it('lets editors write in drafts and returned versions only', () => {
    expect(statuses.filter(isEditable)).toEqual(['draft', 'returned'])
  })
})

describe('slugFromTitle', () => {
  it.each([
    ['Ontdek wat jij in huis hebt!', 'ontdek-wat-jij-in-huis-hebt'],
    ['Coördinatie in Súdwest-Fryslân', 'coordinatie-in-sudwest-fryslan'],
    ['???', 'initiatief'],
    ['a'.repeat(100), 'a'.repeat(80)],
  ])('makes %j readable', (title, slug) => {
    expect(slugFromTitle(title)).toBe(slug)
  })
})

describe('draftSchema', () => {
  const errors = (input: object) =>
    draftSchema
      .safeParse({ title: 'Titel', ...input })
      .error?.issues.map(({ path, message }) => [path.join('.'), message])

  it('gives back from its own form values what went in', () => {
    expect(draftSchema.parse(nestRows(contentToValues(complete)))).toEqual(complete)
  })

  it('takes Dutch decimals', () => {
    const draft = draftSchema.parse({
      title: 'Titel',
      results: [{ kind: 'outcome', label: 'Aan het werk', value: '1 234,5', unit: '%', note: '' }],
    })
    expect(draft.results[0]?.value).toBe('1234.5')
  })

  it('leaves out rows and lines without text', () => {
    const draft = draftSchema.parse({
      title: 'Titel',
      lessons: 'Een\n\n  \nTwee',
      steps: [{ name: '', description: '' }],
      sources: [{ title: '', url: '' }],
    })
    expect([draft.lessons, draft.steps, draft.sources]).toEqual([['Een', 'Twee'], [], []])
  })

  it.each([
    [{ endsOn: '2024-01-01', startsOn: '2024-01-02' }, ['endsOn', 'endBeforeStart']],
    [{ startsOn: '2024-02-30' }, ['startsOn', 'date']],
    [{ contactName: 'Anna' }, ['contactConsent', 'consent']],
    [{ contactEmail: 'geen adres', contactConsent: 'on' }, ['contactEmail', 'email']],
    [{ sources: [{ title: 'Bron', url: 'javascript:alert(1)' }] }, ['sources.0.url', 'url']],
    [
      { results: [{ kind: 'outcome', label: 'x', value: 'twaalf', unit: '', note: '' }] },
      ['results.0.value', 'number'],
    ],
    [{ title: '\u0000 \u200B' }, ['title', 'required']],
    [{ lifecycle: 'verzonnen' }, ['lifecycle', 'choose']],
  ])('refuses %j with words that help', (input, expected) => {
    expect(errors(input)).toEqual([expected])
  })

  it('refuses fields it does not know, such as a status', () => {
    expect(draftSchema.safeParse({ title: 'Titel', status: 'published' }).success).toBe(false)
  })
})

describe('changedFields', () => {
  it('names only what differs', () => {
    const version = { ...complete, images: [], attachments: [] }
    expect(changedFields(version, { ...version, title: 'Anders', lessons: ['Nieuw'] })).toEqual([
      'title',
      'lessons',
    ])
    expect(changedFields(version, version)).toEqual([])
  })
})

describe('countWords', () => {
  it('counts what stands between white space', () => {
    expect(countWords('  een  twee\ndrie ')).toBe(3)
    expect(countWords('')).toBe(0)
  })
})
