import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  closedEmail,
  deadlineProblem,
  invitationEmail,
  isAdmitted,
  isPanel,
  isReminderDue,
  nextAssessor,
  proposeAssessors,
  reminderEmail,
  replacedNote,
  replacementNeed,
  roundEnd,
  shortEmail,
  shortNote,
} from './rules'
import type { Candidate, InvitationState } from './types'

const term = (slug: string) => ({ slug, labelNl: slug, labelEn: slug })
const candidate = (userId: string, over: Partial<Candidate> = {}): Candidate => ({
  userId,
  organisationName: `Beraad ${userId}`,
  regionId: `r-${userId}`,
  regionName: `Regio ${userId}`,
  constituency: null,
  groups: [],
  sectors: [],
  asked: 0,
  ...over,
})
const order = (list: Candidate[], slugs: string[] = []) =>
  proposeAssessors(list, slugs).map(({ userId }) => userId)

describe('isPanel', () => {
  it.each([
    [['a', 'b'], false],
    [['a', 'a', 'a'], false],
    [['a', 'a', 'b'], true],
    [['a', 'b', null], true],
    [['a', null, null], false],
    [[], false],
  ] as const)('%j → %s', (regions, expected) => {
    expect(isPanel(regions)).toBe(expected)
  })
})

describe('roundEnd', () => {
  const standing = (
    states: readonly (InvitationState | 'in')[],
    regionIds: readonly string[],
    deadline = '2026-12-01',
  ) => ({
    deadline,
    regionIds,
    invitations: states.map((state) =>
      state === 'in'
        ? { state: 'accepted' as const, submitted: true }
        : { state, submitted: false },
    ),
  })
  it.each([
    [
      'everyone handed in, out of two regions',
      standing(['in', 'in', 'in'], ['a', 'a', 'b']),
      '2026-11-24',
      'complete',
    ],
    [
      'everyone answered, one declined and one has a tie',
      standing(['in', 'in', 'in', 'declined', 'conflict'], ['a', 'a', 'b']),
      '2026-11-24',
      'complete',
    ],
    [
      'someone is still awaited',
      standing(['in', 'in', 'in', 'invited'], ['a', 'a', 'b']),
      '2026-11-24',
      null,
    ],
    [
      'someone who said yes is still awaited',
      standing(['in', 'in', 'in', 'accepted'], ['a', 'a', 'b']),
      '2026-11-24',
      null,
    ],
    [
      'everyone answered but two is too few',
      standing(['in', 'in', 'declined'], ['a', 'b']),
      '2026-11-24',
      null,
    ],
    [
      'everyone answered but all come from one region',
      standing(['in', 'in', 'in'], ['a', 'a', 'a']),
      '2026-11-24',
      null,
    ],
    [
      'nobody was asked and three came by themselves',
      standing([], ['a', 'b', 'c']),
      '2026-11-24',
      'complete',
    ],
    ['it is the last day', standing(['invited'], []), '2026-12-01', null],
    ['the last day has passed', standing(['invited'], []), '2026-12-02', 'deadline'],
  ] as const)('%s', (_, at, today, expected) => {
    expect(roundEnd(at, today)).toBe(expected)
  })
})

describe('isAdmitted', () => {
  it.each([
    ['no round', null, false, true, false],
    ['a fresh round', 'fresh', false, false, true],
    ['a fresh round with a conflict', 'fresh', true, true, false],
    ['a second look by who judged', 'second_look', false, true, true],
    ['a second look by a newcomer', 'second_look', false, false, false],
  ] as const)('%s', (_, kind, conflict, judgedBefore, expected) => {
    expect(isAdmitted(kind === null ? null : { kind }, { conflict, judgedBefore })).toBe(expected)
  })
})

describe('isReminderDue', () => {
  it.each([
    ['2026-11-22', null, false],
    ['2026-11-23', null, true],
    ['2026-11-30', null, true],
    ['2026-12-01', null, false],
    ['2026-11-24', '2026-11-23', false],
    ['2026-11-29', '2026-11-23', true],
    ['2026-11-30', '2026-11-29', false],
    ['2026-11-30', '2026-11-23', true],
  ] as const)('on %s, reminded on %s → %s', (today, remindedOn, expected) => {
    expect(isReminderDue({ deadline: '2026-11-30', remindedOn }, today)).toBe(expected)
  })
})

describe('deadlineProblem', () => {
  it.each([
    ['2026-11-30', 'deadlineTooSoon'],
    ['2026-12-01', null],
    ['2027-02-22', null],
    ['2027-02-23', 'deadlineTooFar'],
  ] as const)('%s → %s', (deadline, expected) => {
    expect(deadlineProblem(deadline, '2026-11-24')).toBe(expected)
  })
})

describe('proposeAssessors', () => {
  it('puts who knows the target group before who knows the sector, and takes off what was asked before', () => {
    const list = [
      candidate('a'),
      candidate('b', { sectors: [term('zorg')] }),
      candidate('c', { groups: [term('jongeren')] }),
      candidate('d', { groups: [term('jongeren')], asked: 2 }),
    ]
    expect(order(list, ['jongeren', 'zorg'])).toEqual(['c', 'b', 'd', 'a'])
  })

  it('counts at most two groups and one sector', () => {
    const many = candidate('b', {
      groups: ['x', 'y', 'z'].map(term),
      sectors: ['s', 't'].map(term),
      asked: 8,
    })
    expect(order([candidate('a'), many], ['x', 'y', 'z', 's', 't'])).toEqual(['a', 'b'])
    expect(order([candidate('a'), { ...many, asked: 7 }], ['x', 'y', 'z', 's', 't'])).toEqual([
      'b',
      'a',
    ])
  })

  it('mixes regions and constituencies when people weigh the same', () => {
    const list = [
      candidate('a', { regionId: 'r1', constituency: 'employers' }),
      candidate('b', { regionId: 'r1', constituency: 'employees' }),
      candidate('c', { regionId: 'r2', constituency: 'employers' }),
    ]
    expect(order(list)).toEqual(['a', 'c', 'b'])
  })

  it('says why in a fixed order, and how often someone was asked only when that is little', () => {
    const [one] = proposeAssessors(
      [candidate('a', { groups: [term('jongeren')], constituency: 'other', asked: 1 })],
      ['jongeren'],
    )
    expect(one?.reasons.map(({ kind }) => kind)).toEqual([
      'groups',
      'region',
      'constituency',
      'asked',
    ])
    expect(
      proposeAssessors([candidate('a', { asked: 2 })], [])[0]?.reasons.map(({ kind }) => kind),
    ).toEqual(['region'])
  })

  it('proposes everyone exactly once, whatever the order in which they are found', () => {
    const people = fc.uniqueArray(
      fc.record({
        userId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
        regionId: fc.constantFrom('r1', 'r2', 'r3'),
        asked: fc.nat(3),
        constituency: fc.constantFrom('employers' as const, 'employees' as const, null),
      }),
      { selector: ({ userId }) => userId, maxLength: 8 },
    )
    fc.assert(
      fc.property(
        people.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, turned]) => {
          const full = (some: typeof list) =>
            some.map(({ userId, ...over }) => candidate(userId, over))
          expect(order(full(turned))).toEqual(order(full(list)))
          expect(order(full(list)).toSorted()).toEqual(list.map(({ userId }) => userId).toSorted())
        },
      ),
    )
  })
})

describe('the emails', () => {
  it('name the initiative and the last day in Dutch', () => {
    expect(
      invitationEmail('Rangeerterrein', { deadline: '2026-12-15', kind: 'fresh' }).text,
    ).toContain('tot en met 15 december 2026')
    expect(
      invitationEmail('Rangeerterrein', { deadline: '2026-12-15', kind: 'second_look' }).text,
    ).toContain('eerste oordeel blijft staan')
    expect(reminderEmail('Rangeerterrein', '2026-12-15').subject).toContain('Rangeerterrein')
    expect([0, 1, 4].map((count) => closedEmail('R', count).text.split('.')[0])).toEqual([
      'Er kwam geen oordeel binnen',
      'Er kwam 1 oordeel binnen',
      'Er kwamen 4 oordelen binnen',
    ])
  })
})

describe('a vacancy in a panel', () => {
  const of = (userId: string, regionId: string, over: Partial<Candidate> = {}) =>
    candidate(userId, { regionId, ...over })

  it('goes to who brings what those who stay lack', () => {
    const two = [of('a', 'zeeland'), of('b', 'drenthe')]
    const stays = [{ regionId: 'zeeland', constituency: null }]
    expect(nextAssessor(two, [], [])?.userId).toBe('a')
    expect(nextAssessor(two, [], stays)?.userId).toBe('b')
    const employers = { constituency: 'employers' as const }
    const workers = { constituency: 'employees' as const }
    const same = [of('a', 'x', employers), of('b', 'x', workers)]
    expect(nextAssessor(same, [], [{ regionId: 'x', ...employers }])?.userId).toBe('b')
    expect(nextAssessor([], [], stays)).toBeNull()
  })

  it.each([
    ['2026-12-20', [], 'replace'],
    ['2026-12-04', [], 'replace'],
    ['2026-12-03', [], 'late'],
    ['2026-12-20', ['a', 'b', 'b'], 'complete'],
    ['2026-12-20', ['a', 'a', 'a'], 'replace'],
    ['2026-12-02', ['a', 'b', 'b'], 'complete'],
  ] as const)('until %s with judgements of %j: %s', (deadline, regionIds, need) => {
    expect(replacementNeed({ deadline, regionIds }, '2026-12-01')).toBe(need)
  })

  it('says who left and what can be done', () => {
    expect(replacedNote('SER Noord', 'SER Zeeland')).toBe(
      'SER Noord meldde zich af, SER Zeeland is gevraagd.',
    )
    expect(shortEmail('Titel', 'SER Noord', 'nobody').text).toMatch(/uit te nodigen/)
    expect(shortNote('SER Noord', 'late')).toMatch(/te kort/)
  })
})
