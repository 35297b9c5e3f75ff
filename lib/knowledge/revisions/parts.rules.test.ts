import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nestRows } from '@/lib/base/http/form-data'
import {
  BASIS_FIELDS,
  completeness,
  fitsLines,
  linesToSteps,
  partValues,
  QUESTIONS,
  stepsToLines,
  TOPICS,
  valuesOfPart,
} from './parts.rules'
import { draftSchema } from './schema'
import type { DraftContent } from './types'

const content: DraftContent = {
  title: 'Meelopen',
  summary: 'Drie dagen mee.',
  problem: 'Zij kennen elkaar niet.',
  story: '',
  regions: ['twente'],
  style: null,
  lifecycle: 'running',
  stopReason: null,
  startsOn: '2026-01-01',
  endsOn: null,
  ownerName: 'Werkcentrum',
  partners: ['Gemeente'],
  contactName: null,
  contactRole: null,
  contactEmail: null,
  contactConsent: false,
  steps: [{ name: 'Kennismaken', description: 'Een gesprek.' }],
  results: [{ kind: 'outcome', label: 'Aan het werk', value: '12', unit: null, note: null }],
  sources: [{ title: 'Verslag', url: null }],
  targetGroups: ['statushouders'],
  sectors: [],
  instruments: ['jobcoaching'],
  challenges: ['krapte'],
  plannedInstruments: [],
  blockedInstruments: [],
  drivers: [],
  workingElements: [],
  goals: [],
  impact: ['Meer contact'],
  expectedImpact: [],
  successFactors: [],
  lessons: ['Begin klein'],
  recommendations: [],
  obstacles: [],
  scalabilitySupports: [],
  scalabilityLimits: [],
  knowledgeGaps: [],
  wouldDoDifferently: [],
}
const parse = (values: ReturnType<typeof partValues>) => draftSchema.parse(nestRows(values))

describe('the parts of an initiative', () => {
  it('hold each field, and share none but the steps', () => {
    const fields = [...BASIS_FIELDS, ...Object.values(TOPICS).flat()]
    expect(new Set(fields)).toEqual(new Set(Object.keys(content)))
    expect(fields.filter((field, index) => fields.indexOf(field) !== index)).toEqual(['steps'])
  })

  it('save their own fields and leave the rest as it is', () => {
    for (const part of ['basis', ...Object.keys(TOPICS)] as const) {
      const key = part as Parameters<typeof valuesOfPart>[1]
      expect(parse(partValues(content, key, valuesOfPart(content, key)))).toEqual(content)
    }
    const lessons = partValues(content, 'geleerd', { lessons: 'Een\nTwee', title: 'Gekaapt' })
    expect(parse(lessons)).toEqual({ ...content, lessons: ['Een', 'Twee'] })
  })

  it('empty a list that nothing is ticked of', () => {
    const posted = { ...valuesOfPart(content, 'basis') }
    Reflect.deleteProperty(posted, 'targetGroups')
    expect(parse(partValues(content, 'basis', posted)).targetGroups).toEqual([])
  })

  it('keep steps that lines cannot show, since the form does not hold them', () => {
    const steps = [{ name: 'Een', description: 'Eerste alinea.\n\nTweede alinea.' }]
    const long = { ...content, steps }
    expect(fitsLines(steps)).toBe(false)
    const posted = valuesOfPart(long, 'basis')
    expect(posted).not.toHaveProperty('stepLines')
    expect(parse(partValues(long, 'basis', posted)).steps).toEqual(steps)
  })
})

describe('steps as lines', () => {
  it('read a name before the colon, and cut a long line between words', () => {
    expect(linesToSteps('Kennismaken: een gesprek\n\n  Meelopen ')).toEqual([
      { name: 'Kennismaken', description: 'een gesprek' },
      { name: 'Meelopen', description: '' },
    ])
    const [step] = linesToSteps(`${'woord '.repeat(40)}eind`)
    expect(step?.name.length).toBeLessThanOrEqual(120)
    expect(step?.description.endsWith('eind')).toBe(true)
  })

  it('lose no word of what is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), (text) => {
        const words = (value: string) => value.replaceAll(/[\s:]+/g, '')
        expect(words(stepsToLines(linesToSteps(text)))).toBe(words(text))
      }),
    )
  })
})

describe('completeness', () => {
  it('counts answered questions and names the topics with something in them', () => {
    expect(completeness(content)).toEqual({
      answered: 9,
      questions: QUESTIONS.length,
      topics: ['aanleiding', 'stappen', 'resultaten', 'geleerd', 'mensen', 'bronnen'],
    })
    expect(QUESTIONS).toHaveLength(12)
  })

  it('takes results for what came of it, and working elements for what was done', () => {
    const answered = (change: Partial<DraftContent>) =>
      completeness({ ...content, ...change }).answered
    expect(answered({ impact: [] })).toBe(9)
    expect(answered({ impact: [], results: [] })).toBe(8)
    expect(answered({ steps: [] })).toBe(8)
    expect(answered({ steps: [], workingElements: ['Rust'] })).toBe(9)
    expect(answered({ lifecycle: 'unknown', startsOn: null })).toBe(8)
  })
})
