import { describe, expect, it } from 'vitest'
import { textBlocks } from '@/lib/base/files/documents/plain-text'
import { knownWords } from '@/lib/base/testing/documents/known-words'
import { daysIn, periodIn, readDay } from './dates.rules'
import { draftInput } from './draft.rules'
import { meaningOf } from './headings.rules'
import { amountsIn } from './numbers.rules'
import { proposalsOf } from './rules'
import { nameIn } from './texts.rules'
import type { Proposal, ProposalField } from './types'
import { passageOf, sentencesOf, stemOf } from './words.rules'

const known = knownWords()
const read = (text: string) => proposalsOf(textBlocks(text), known)
const of = (text: string, field: ProposalField) =>
  read(text).filter((proposal) => proposal.field === field)
const values = (text: string, field: ProposalField) => of(text, field).map(({ value }) => value)

describe('what a heading is about', () => {
  it.each([
    ['1.2 Aanleiding', 'problem', true],
    ['Doelgroep(en):', 'targetGroups', true],
    ['Onze aanpak', 'steps', true],
    ['Wat ging er minder goed', null, null],
    ['Wat ging minder goed?', 'obstacles', true],
    ['LOOPTIJD', 'period', true],
    ['Belemmeringen die het project wegneemt', 'obstacles', false],
    ['Bijlage', null, null],
  ])('knows %s', (heading, meaning, isSure) => {
    expect(meaningOf(heading)).toEqual(meaning === null ? null : { meaning, isSure })
  })
})

describe('a day', () => {
  it.each([
    ['1 maart 2026', '2026-03-01', '2026-03-01'],
    ['31-12-2025', '2025-12-31', '2025-12-31'],
    ['februari 2028', '2028-02-01', '2028-02-29'],
    ['mrt. 2025', '2025-03-01', '2025-03-31'],
    ['2025', '2025-01-01', '2025-12-31'],
  ])('%s lasts from %s to %s', (text, first, last) => {
    expect(readDay(text)).toEqual([first, last])
  })

  it.each(['31 februari 2025', '12-13-2025', '0 mei 2025'])('%s is none', (text) => {
    expect(readDay(text)).toBeNull()
  })

  it('is not found in an amount, a phone number or a postcode', () => {
    expect(daysIn('€ 2025,00 en 06-20252025 en 2025-2 en 2.025.000')).toEqual([])
  })
})

describe('a period', () => {
  it.each([
    ['1 maart 2026 t/m 31 augustus 2027', '2026-03-01', '2027-08-31'],
    ['van januari 2024 tot en met juni 2025', '2024-01-01', '2025-06-30'],
    ['1-2-2026 – 31-1-2028', '2026-02-01', '2028-01-31'],
    ['maart tot en met mei 2025', '2025-03-01', '2025-05-31'],
    ['2022 - 2024', '2022-01-01', '2024-12-31'],
  ])('%s', (text, start, end) => {
    expect(periodIn(text)).toMatchObject({ start, end })
  })

  it('does not end before it starts', () => {
    expect(periodIn('1 maart 2026 tot 1 januari 2026')).toBeNull()
  })
})

describe('an amount', () => {
  it.each([
    ['€ 120.000', 120_000],
    ['€ 85.500,00', 85_500],
    ['€ 1,2 miljoen', 1_200_000],
    ['EUR 45.000,-', 45_000],
    ['48.000 euro', 48_000],
    ['1,5 miljoen euro', 1_500_000],
  ])('%s', (text, euro) => {
    expect(amountsIn(text).map((amount) => amount.euro)).toEqual([euro])
  })

  it('is proposed only near a word of money, and not per person', () => {
    expect(values('De subsidie bedraagt € 50.000 per jaar.', 'results')).toEqual([])
    expect(values('De subsidie bedraagt € 50.000.', 'results')).toEqual(['50000'])
    expect(values('In 1998 kostte een brood € 50.000.', 'results')).toEqual([])
  })
})

describe('people', () => {
  const kinds = (text: string) =>
    of(text, 'results').map(({ result, value }) => `${result?.kind ?? ''} ${value}`)

  it('are hoped for or reached', () => {
    expect(kinds('We willen 40 deelnemers bereiken.')).toEqual(['intention 40'])
    expect(kinds('In totaal deden 40 jongeren mee.')).toEqual(['reach 40'])
    expect(kinds('Daarvan vonden twaalf mensen een baan.')).toEqual(['outcome 12'])
    expect(kinds('Vier op de tien vrouwen werkt.')).toEqual([])
  })
})

describe('terms and places', () => {
  it('are sure behind their label', () => {
    expect(of('Doelgroep: statushouders', 'targetGroups')).toMatchObject([
      { value: 'statushouders', strength: 'strong', rule: 'term', because: 'statushouders' },
    ])
  })

  it('are found by another word, and the passage marks it', () => {
    const [proposal] = of('Doelgroep: vergunninghouders uit Syrië', 'targetGroups')
    expect(proposal).toMatchObject({ value: 'statushouders', rule: 'alternative' })
    const { text, marks } = proposal!.passage
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['vergunninghouders'])
  })

  it('are not sure when a word belongs to several terms', () => {
    expect(of('Doelgroep: vluchtelingen', 'targetGroups')).toEqual([])
  })

  it('take the longest name', () => {
    expect(values('Doelgroep: mensen met een bijstandsuitkering', 'targetGroups')).toEqual([
      'bijstandsgerechtigden',
    ])
  })

  it('make a municipality its region, and keep a province apart', () => {
    expect(values('Gemeenten: Kampen, Hengelo en Almelo', 'regions')).toEqual([
      'regio-zwolle',
      'twente',
    ])
    expect(values('Provincie: Groningen', 'regions')).toEqual(['provincie-groningen'])
    expect(values('Regio: Groningen', 'regions')).toEqual(['groningen'])
  })

  it('are not read from an address', () => {
    expect(values('Postbus 90155, 5000 LH Tilburg\n\nTilburg, 5000 LH Tilburg', 'regions')).toEqual(
      [],
    )
  })
})

describe('people to ask', () => {
  it('are proposed behind a label only', () => {
    const text =
      'Wethouder Jan Pietersen opende het project.\n\nContactpersoon: mw. Anna van den Berg'
    expect(values(text, 'contactName')).toEqual(['Anna van den Berg'])
  })

  it('leave an address out when there are several', () => {
    expect(values('Mail a@b.example of c@d.example voor vragen.', 'contactEmail')).toEqual([])
    expect(of('Mail a@b.example voor vragen.', 'contactEmail')).toMatchObject([
      { value: 'a@b.example', strength: 'weak' },
    ])
  })
})

describe('names of documents', () => {
  it.each([
    ['Projectplan: Taal op de vloer', 'Taal op de vloer'],
    ['Eindverslag De isolatieploeg', 'De isolatieploeg'],
    ['Subsidieverlening project “Overstappen”', 'Overstappen'],
    ['Moeders in de zorg', 'Moeders in de zorg'],
    ['project Praat mee', 'Praat mee'],
  ])('%s', (heading, name) => {
    expect(nameIn(heading)).toBe(name)
  })
})

describe('words', () => {
  it('are equal in one and more', () => {
    expect(stemOf('Jobcoaches')).toBe(stemOf('jobcoach'))
    expect(stemOf('vrouwen')).toBe(stemOf('vrouw'))
  })

  it('are cut into sentences, past abbreviations', () => {
    expect(sentencesOf('Dat kost ca. 3 uur. Mw. De Vries helpt. Klaar')).toEqual([
      'Dat kost ca. 3 uur.',
      'Mw. De Vries helpt.',
      'Klaar',
    ])
  })

  it('stay marked where a long passage is cut', () => {
    const text = `${'veel woorden vooraf '.repeat(40)}HIER ${'en veel erna '.repeat(40)}`
    const at = text.indexOf('HIER')
    const passage = passageOf(text, [[at, at + 4]])
    expect(passage.text.length).toBeLessThan(300)
    expect(passage.marks.map(([from, to]) => passage.text.slice(from, to))).toEqual(['HIER'])
  })
})

describe('what was accepted', () => {
  const proposal = (field: ProposalField, value: string): Proposal => ({
    field,
    value,
    passage: { text: value, marks: [] },
    rule: 'label',
    because: '',
    strength: 'strong',
  })
  const result = { kind: 'reach', label: 'Deelnemers', unit: 'mensen' } as const

  it('becomes values of a draft, and the rest stays out', () => {
    const proposals = [
      proposal('summary', 'Oud'),
      proposal('problem', 'Niet overgenomen'),
      proposal('steps', 'Werven\nPlaatsen: bij een bedrijf'),
      proposal('targetGroups', 'jongeren'),
      { ...proposal('results', '40'), result },
      { ...proposal('results', '12'), result },
    ]
    const values = {
      title: 'Plan',
      neemOver: ['summary', 'steps', 'results-1'],
      summary: 'Nieuw',
      problem: 'Getypt maar niet aangevinkt',
      steps: 'Werven\nPlaatsen: bij een bedrijf',
      targetGroups: 'jongeren',
      'results-0': '40',
      'results-1': '13',
    }
    expect(draftInput(proposals, values)).toEqual({
      title: 'Plan',
      summary: 'Nieuw',
      steps: [
        { name: 'Werven', description: '' },
        { name: 'Plaatsen', description: 'bij een bedrijf' },
      ],
      results: [{ ...result, value: '13', note: '' }],
      targetGroups: ['jongeren'],
      regions: [],
      instruments: [],
      sectors: [],
      challenges: [],
      contactConsent: '',
    })
  })
})
