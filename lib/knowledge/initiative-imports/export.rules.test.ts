import { describe, expect, it } from 'vitest'
import { draftSchema } from '@/lib/knowledge/revisions/schema'
import { headerOf } from './columns.rules'
import { cellsOf, EXPORTED, namesOf } from './export.rules'
import { planOf } from './rules'
import type { Known, KnownName } from './types'

const name = (slug: string, label: string): KnownName => ({
  slug,
  code: '',
  label,
  others: [],
  definition: '',
  retired: false,
})
const known: Known = {
  terms: {
    targetGroups: [name('statushouders', 'Statushouders'), name('jongeren', 'Jongeren')],
    instruments: [name('jobcoaching', 'Jobcoaching')],
    sectors: [name('zorg', 'Zorg en welzijn')],
    challenges: [name('krapte', 'Krapte op de arbeidsmarkt')],
    drivers: [name('leren', 'Leren')],
    style: [name('persoonlijk', 'Persoonlijk')],
  },
  regions: [name('groningen', 'Groningen (arbeidsmarktregio)'), name('zwolle', 'Regio Zwolle')],
  municipalities: [],
  organisations: [{ id: 'org', name: 'Gemeente Tilburg', slug: 'tilburg', ended: false }],
}

const content = draftSchema.parse({
  title: '=Taal op de vloer',
  summary: 'Twee regels.\nNog een regel.',
  problem: 'Waarom?',
  story: '## Kop\n\n- een\n- twee',
  regions: ['zwolle', 'groningen'],
  targetGroups: ['jongeren', 'statushouders'],
  instruments: ['jobcoaching'],
  sectors: ['zorg'],
  challenges: ['krapte'],
  drivers: ['leren'],
  style: 'persoonlijk',
  lifecycle: 'stopped',
  stopReason: 'Het geld was op.',
  startsOn: '2024-03-01',
  endsOn: '2025-12-31',
  ownerName: 'UWV',
  partners: 'UWV\nGemeente',
  contactName: 'Anna de Boer',
  contactEmail: 'anna@voorbeeld.nl',
  contactConsent: 'on',
  steps: [
    { name: 'Werven', description: 'via de gemeente' },
    { name: 'Leren', description: '' },
  ],
  results: [
    { kind: 'reach', label: 'Mensen die begonnen', value: '24,5', unit: 'deelnemers', note: '' },
    { kind: 'qualitative', label: 'Minder spijt', value: '', unit: '', note: 'zeggen zij' },
  ],
  sources: [{ title: 'Verslag', url: 'https://voorbeeld.nl/a' }],
  lessons: 'Begin klein\nVraag door',
  obstacles: '- is geen streepje',
})

describe('an exported row', () => {
  it('reads back as the same initiative, without its contact person', async () => {
    const cells = cellsOf(content, { organisation: 'Gemeente Tilburg', names: namesOf(known) })
    const plan = await planOf({
      file: {
        headers: EXPORTED.map(headerOf),
        rows: [{ number: 2, cells: EXPORTED.map((field) => cells[field]) }],
      },
      columns: EXPORTED,
      known,
      standing: { drafts: [], titles: [] },
      organisationId: null,
    })
    expect(plan.faults).toEqual([])
    expect(plan.write[0]).toMatchObject({ organisationId: 'org' })
    expect(plan.write[0]?.content).toEqual({
      ...content,
      contactName: null,
      contactEmail: null,
      contactConsent: false,
      obstacles: ['is geen streepje'],
    })
    expect(JSON.stringify(cells)).not.toContain('Anna')
  })

  it('keeps out a count that is too small to publish', () => {
    const small = draftSchema.parse({
      title: 'Klein',
      results: [{ kind: 'reach', label: 'Mensen', value: '3', unit: 'deelnemers', note: '' }],
    })
    const cells = cellsOf(small, { organisation: '', names: namesOf(known) })
    expect(cells.results).toBe('Bereik: Mensen')
  })

  it('has no bar or line end that would begin another part', () => {
    const odd = draftSchema.parse({
      title: 'Tekens',
      results: [{ kind: 'reach', label: 'a | b', value: '', unit: '', note: 'c\nd' }],
      sources: [{ title: 'x | y', url: '' }],
    })
    const cells = cellsOf(odd, { organisation: '', names: namesOf(known) })
    expect(cells.results).toBe('Bereik: a / b |  |  | c d')
    expect(cells.sources).toBe('x / y')
  })
})
