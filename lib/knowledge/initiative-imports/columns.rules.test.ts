import { describe, expect, it } from 'vitest'
import {
  columnProblem,
  columnsFor,
  headerChanges,
  headerOf,
  isComplete,
  proposeColumns,
} from './columns.rules'

const OWN = columnsFor(false)

describe('the columns of a file', () => {
  it('are known by the names of the template, each once', () => {
    for (const fields of [OWN, columnsFor(true)])
      expect(proposeColumns(fields.map(headerOf), null, fields)).toEqual(fields)
    expect(OWN).not.toContain('organisation')
  })

  it('are known by other usual names, and left open when they are not', () => {
    const headers = ['Projectnaam *', 'VOOR WIE', 'E-mailadres', 'Kleur', 'Titel']
    expect(proposeColumns(headers, null, OWN)).toEqual([
      'title',
      'targetGroups',
      'contactEmail',
      '',
      '',
    ])
  })

  it('are as they were chosen last time, also when one was not used', () => {
    const saved = { headers: ['Naam', 'Kleur', 'Status'], columns: ['ownerName', 'title', ''] }
    expect(proposeColumns(['Status', 'kleur', 'Naam', 'Regio'], saved, OWN)).toEqual([
      '',
      'title',
      'ownerName',
      'regions',
    ])
    expect(headerChanges(['Naam', 'Status', 'Regio'], saved)).toEqual({
      added: ['Regio'],
      gone: ['Kleur'],
    })
    expect(headerChanges(['status', 'NAAM', 'Kleur'], saved)).toBeNull()
    expect(headerChanges(['Naam'], null)).toBeNull()
  })

  it('need a title, each meaning once, and an organisation where rows differ', () => {
    expect(columnProblem(['title', ''], false)).toBeNull()
    expect(columnProblem(['', 'summary'], false)).toBe('titleColumn')
    expect(columnProblem(['title', 'title'], false)).toBe('columnTwice')
    expect(columnProblem(['title'], true)).toBe('organisationColumn')
    expect(isComplete(['title', ''], false)).toBe(false)
    expect(isComplete(['title', 'organisation'], true)).toBe(true)
  })
})
