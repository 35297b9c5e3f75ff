import { describe, expect, it } from 'vitest'
import { openContests } from './open-data.rules'
import { decidedEmail, showsWords, subjectKey, subjectOf, subjectsOf } from './rules'
import type { ContestTarget, ContestView } from './types'

const criterion = { id: 'c', slug: 'vernieuwend', labelNl: 'Vernieuwend', labelEn: 'New' }
const target: ContestTarget = {
  initiativeId: 'i',
  slug: 'i',
  title: 'Titel',
  organisationId: 'o',
  organisationName: 'SER',
  regionIds: [],
  revisionId: 'r',
  hasResults: true,
  hasOpenRound: false,
  judged: { roundId: 'round', criteria: [criterion] },
}
const keys = (one: ContestTarget) =>
  subjectsOf(one).map(({ about, criterion: of }) => subjectKey(about, of?.slug ?? null))

describe('what can be contested', () => {
  it('is each score of the last closed round, the evidence level and results that there are', () => {
    expect(keys(target)).toEqual(['score:vernieuwend', 'evidence', 'results'])
    expect(keys({ ...target, judged: null, hasResults: false })).toEqual(['evidence'])
  })

  it('is no score while a round is open', () => {
    expect(keys({ ...target, hasOpenRound: true })).toEqual(['evidence', 'results'])
    expect(subjectOf({ ...target, hasOpenRound: true }, 'score:vernieuwend')).toBeNull()
    expect(subjectOf(target, 'score:verzonnen')).toBeNull()
  })
})

describe('the words of a contest', () => {
  it('hide while a round is open when they are about a score', () => {
    expect(showsWords('score', true)).toBe(false)
    expect(showsWords('score', false)).toBe(true)
    expect(showsWords('evidence', true)).toBe(true)
  })

  it('say in the mail what follows', () => {
    const mail = (about: 'score' | 'evidence', state: 'upheld' | 'rejected') =>
      decidedEmail({ title: 'T', about, state, decision: 'Reden' }).text
    expect(mail('score', 'upheld')).toContain('Het panel is gevraagd opnieuw te kijken.')
    expect(mail('evidence', 'upheld')).toContain('nieuwe versie')
    expect(mail('evidence', 'rejected')).toContain('Er verandert niets.')
  })
})

describe('a contest in the open data', () => {
  const view: ContestView = {
    id: 'x',
    about: 'score',
    criterion,
    version: 2,
    fromOwner: false,
    organisation: 'SER Overijssel',
    words: { reason: 'Te hoog', source: '', decision: 'Het klopt' },
    state: 'rejected',
    deciderOrganisation: 'SER Zeeland',
    on: '2026-11-30T10:00:00.000Z',
    endedOn: '2026-11-30T23:30:00.000Z',
  }

  it('names organisations and days in the Netherlands', () => {
    expect(openContests([view])).toEqual([
      {
        over: 'score',
        criterium: 'vernieuwend',
        versie: 2,
        door: 'ander',
        organisatie: 'SER Overijssel',
        reden: 'Te hoog',
        bron: null,
        stand: 'ongegrond',
        besluit: 'Het klopt',
        besluitDoor: 'SER Zeeland',
        op: '2026-11-30',
        beslotenOp: '2026-12-01',
      },
    ])
  })

  it('has no words while they are hidden', () => {
    expect(openContests([{ ...view, words: null }])[0]).toMatchObject({
      reden: null,
      besluit: null,
    })
  })
})
