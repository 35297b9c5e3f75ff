import { describe, expect, it } from 'vitest'
import {
  checkinDates,
  dueCheckins,
  isAllowedStep,
  isSheetReady,
  nextStep,
  questionEmail,
} from './rules'
import type { AdoptionStatus } from './types'

describe('the steps of an adoption', () => {
  it('go forward one at a time, and can stop at any time', () => {
    const all: AdoptionStatus[] = ['exploring', 'preparing', 'running', 'stopped']
    const allowed = all.flatMap((from) =>
      all.filter((to) => isAllowedStep(from, to)).map((to) => `${from} ${to}`),
    )
    expect(allowed).toEqual([
      'exploring preparing',
      'exploring stopped',
      'preparing running',
      'preparing stopped',
      'running stopped',
    ])
    expect(all.map(nextStep)).toEqual(['preparing', 'running', null, null])
  })

  it('need to say what changed and why before it runs', () => {
    const empty = { kept: '', changed: '', dropped: '', reason: '' }
    expect(isSheetReady(empty)).toBe(false)
    expect(isSheetReady({ ...empty, reason: 'Omdat' })).toBe(false)
    expect(isSheetReady({ ...empty, kept: 'Alles' })).toBe(false)
    expect(isSheetReady({ ...empty, dropped: 'De bus', reason: 'Er is een trein' })).toBe(true)
  })
})

describe('check-ins', () => {
  it('fall due 6, 12 and 24 months after the start, on the last day of a shorter month', () => {
    expect(checkinDates('2024-08-31').map(({ dueOn }) => dueOn)).toEqual([
      '2025-02-28',
      '2025-08-31',
      '2026-08-31',
    ])
  })

  it.each([
    ['the day before', 'running', '2025-01-15', [], '2025-07-14', []],
    ['on the day', 'running', '2025-01-15', [], '2025-07-15', [6]],
    ['two at once', 'running', '2025-01-15', [], '2026-01-15', [6, 12]],
    ['without what was told', 'running', '2025-01-15', [6], '2026-01-15', [12]],
    ['not when it stopped', 'stopped', '2025-01-15', [], '2026-01-15', []],
    ['not before it runs', 'preparing', null, [], '2026-01-15', []],
  ] as const)('%s', (_, status, startsOn, done, today, due) => {
    expect(dueCheckins({ status, startsOn, done }, today)).toEqual(due)
  })
})

it('tells the owner who asks what, for which goal and group', () => {
  const { subject, text } = questionEmail({
    title: 'Taalmaatjes',
    organisation: 'SER Oost',
    goal: 'Meer mensen aan het werk',
    group: 'statushouders',
    question: 'Wat kost het?',
  })
  expect(subject).toBe('SER Oost overweegt "Taalmaatjes" over te nemen')
  for (const part of ['Meer mensen aan het werk', 'statushouders', 'Wat kost het?'])
    expect(text).toContain(part)
})
