import { describe, expect, it } from 'vitest'
import { hasRight } from './policy'
import type { Actor, ActorMembership, MembershipRole } from './types'
import {
  chosenFor,
  organisationsOf,
  organisationsWhere,
  signingOrganisation,
  workingFor,
} from './working-for.rules'

const at = (organisationId: string, role: MembershipRole): ActorMembership => ({
  organisationId,
  organisationName: `Naam ${organisationId}`,
  role,
  regionId: null,
})
const brabant = [at('brabant', 'editor'), at('brabant', 'manager')]
const both = [...brabant, at('twente', 'member')]

const person = (memberships: ActorMembership[], actingFor?: string): Actor => ({
  userId: 'iemand',
  name: 'Iemand',
  email: 'iemand@voorbeeld.nl',
  isExample: false,
  constituency: null,
  memberships,
  platformRoles: [],
  regionIds: [],
  ...(actingFor !== undefined && { actingFor }),
})
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

describe('for whom someone works', () => {
  it.each([
    ['one of two', both, 'twente', 'twente'],
    ['all', both, null, undefined],
    ['one they left', both, 'zeeland', undefined],
    ['the only one, with two roles', brabant, 'brabant', undefined],
    ['none', [], 'brabant', undefined],
  ] as const)('is %s', (_, memberships, chosen, expected) => {
    expect(chosenFor({ memberships: [...memberships] }, chosen)).toBe(expected)
  })

  it('names each organisation once', () => {
    expect(organisationsOf(person(both))).toEqual([
      { id: 'brabant', name: 'Naam brabant' },
      { id: 'twente', name: 'Naam twente' },
    ])
  })

  it('narrows lists to that organisation and leaves rights alone', () => {
    const working = person(both, 'twente')
    expect(workingFor(working).memberships).toEqual([at('twente', 'member')])
    expect(hasRight(working, 'initiative.write', { organisationId: 'brabant' })).toBe(true)
    expect(workingFor(person(both))).toEqual(person(both))
  })

  it('starts a form with that organisation where they may, and with each one elsewhere', () => {
    const anywhere = () => true
    const inBrabant = (id: string) => id === 'brabant'
    expect(ids(organisationsWhere(person(both, 'twente'), anywhere))).toEqual(['twente'])
    expect(ids(organisationsWhere(person(both, 'twente'), inBrabant))).toEqual(['brabant'])
    expect(ids(organisationsWhere(person(both), anywhere))).toEqual(['brabant', 'twente'])
    expect(ids(organisationsWhere(person([]), anywhere))).toEqual([])
  })

  it('signs for that organisation', () => {
    expect(signingOrganisation(person(both, 'twente'))?.id).toBe('twente')
    expect(signingOrganisation(person(both))?.id).toBe('brabant')
    expect(signingOrganisation(person([]))).toBeNull()
  })
})
