import { describe, expect, it } from 'vitest'
import {
  chosenSlugs,
  filterQuery,
  likelyDuplicates,
  likeness,
  nextSteps,
  readFilter,
  readPage,
  STATUSES,
  takeStep,
} from './rules'

describe('steps', () => {
  it('lead from open to raised to solved, and from solved back to open', () => {
    expect(Object.fromEntries(STATUSES.map((status) => [status, nextSteps(status)]))).toEqual({
      open: ['raised', 'solved'],
      raised: ['solved'],
      solved: ['open'],
    })
    expect(
      takeStep(
        { status: 'raised', raisedOn: '2025-03-01' },
        { to: 'open', on: '2025-04-01', note: 'n' },
      ),
    ).toBe('notAllowed')
  })

  it('keep the day of raising, and take the answer away when it is back', () => {
    expect(
      takeStep(
        { status: 'open', raisedOn: null },
        { to: 'raised', on: '2025-03-01', note: 'Bij SZW' },
      ),
    ).toEqual({ raisedOn: '2025-03-01', solvedOn: null, answer: null })
    expect(
      takeStep(
        { status: 'raised', raisedOn: '2025-03-01' },
        { to: 'solved', on: '2025-03-01', note: 'Het mag' },
      ),
    ).toEqual({ raisedOn: '2025-03-01', solvedOn: '2025-03-01', answer: 'Het mag' })
    expect(
      takeStep(
        { status: 'raised', raisedOn: '2025-03-01' },
        { to: 'solved', on: '2025-02-28', note: 'Het mag' },
      ),
    ).toBe('tooEarly')
    expect(
      takeStep(
        { status: 'open', raisedOn: null },
        { to: 'solved', on: '2020-01-01', note: 'Het mag' },
      ),
    ).toMatchObject({ raisedOn: null, solvedOn: '2020-01-01' })
    expect(
      takeStep(
        { status: 'solved', raisedOn: '2025-03-01' },
        { to: 'open', on: '2025-04-01', note: 'Weer' },
      ),
    ).toEqual({ raisedOn: null, solvedOn: null, answer: null })
  })
})

describe('likely duplicates', () => {
  const entries = [
    { slug: 'a', title: 'Een tewerkstellingsvergunning aanvragen schrikt werkgevers af' },
    { slug: 'b', title: 'Een proefplaatsing of werkervaringsplek mag niet voor asielzoekers' },
    { slug: 'c', title: 'Wachten op een burgerservicenummer (BSN) houdt mensen van het werk' },
    { slug: 'd', title: 'Verhuizingen in de opvang breken werk af' },
    { slug: 'e', title: 'Te weinig ervaren collega’s om nieuwe mensen te begeleiden' },
  ]
  it.each([
    ['Aanvraag tewerkstellingsvergunning duurt lang', ['a']],
    ['Proefplaatsingen zijn niet toegestaan', ['b']],
    ['Lang wachten op burgerservicenummer', ['c']],
    ['Bewoners verhuizen en verliezen hun werk', []],
    ['Geen kinderopvang in de avond', []],
    ['de het een van', []],
    ['', []],
  ])('of “%s” are %j', (title, slugs) => {
    expect(likelyDuplicates(title, entries, 3).map(({ slug }) => slug)).toEqual(slugs)
  })

  it('are never more than asked, and the same words are wholly alike', () => {
    expect(likelyDuplicates('tewerkstellingsvergunning', [...entries, ...entries], 1)).toHaveLength(
      1,
    )
    expect(likeness('Taal op de werkvloer', 'TAAL OP DE WERKVLOER!')).toBe(1)
  })
})

describe('addresses', () => {
  it('hold a filter and give it back; what does not exist is left out', () => {
    const query = {
      q: 'vergunning',
      doelgroep: 'asielzoekers',
      regio: 'drenthe',
      instantie: 'rijk',
      stand: 'aangekaart',
    }
    expect(filterQuery(readFilter(query))).toEqual(query)
    expect(
      filterQuery(
        readFilter({
          instantie: 'niemand',
          stand: ['open', 'opgelost'],
          q: '  ',
          regio: undefined,
        }),
      ),
    ).toEqual({ stand: 'open' })
  })

  it('hold no sign that the database refuses', () => {
    expect(readFilter({ q: 'a\u0000b\uD800', doelgroep: '\u0000', regio: 'x\u0000' })).toEqual({
      group: null,
      region: 'x',
      authority: null,
      status: null,
      query: 'ab',
    })
    expect(chosenSlugs(['\u0000', '../..', 'goed'])).toEqual(['goed'])
  })

  it.each([
    ['2', 2],
    ['0', 1],
    ['-1', 1],
    ['x', 1],
    [undefined, 1],
    ['99999', 1],
  ])('page %s is %i', (text, page) => {
    expect(readPage({ pagina: text })).toBe(page)
  })

  it('choose each obstacle once and not too many', () => {
    expect(chosenSlugs(['a', '', 'b', 'a'])).toEqual(['a', 'b'])
    expect(chosenSlugs(undefined)).toEqual([])
    expect(chosenSlugs(Array.from({ length: 80 }, (_, index) => `k${index}`))).toHaveLength(50)
  })
})
