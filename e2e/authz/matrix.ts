import { RIGHTS, type Action, type Role, type Side } from '../../lib/people/accounts/policy.ts'
import type { Need, Row } from './rows.ts'

export const ROLES = [
  'editor',
  'manager',
  'member',
  'assessor',
  'moderator',
  'administrator',
] as const satisfies readonly Role[]

/** Own: the organisation itself. Neighbour: another one in its region. Other: far away. */
export type Place = 'own' | 'neighbour' | 'other'

export interface Person {
  role: Role | 'visitor'
  place: Place
}

export const VISITOR: Person = { role: 'visitor', place: 'other' }

export const PEOPLE: readonly Person[] = [
  VISITOR,
  ...(['own', 'other'] as const).flatMap((place) => ROLES.map((role) => ({ role, place }))),
  ...(['editor', 'assessor', 'moderator'] as const).map((role) => ({
    role,
    place: 'neighbour' as const,
  })),
]

export const isPlatformRole = (role: string): boolean =>
  role === 'moderator' || role === 'administrator'

/** What the cell of this person says of a right, read from the one table. */
function hasRight(action: Action, { role, place }: Person, scope: Row['scope']): boolean {
  if (role === 'visitor') return false
  const isNear = place === 'own' || (place === 'neighbour' && scope !== 'organisation')
  const side: Side = scope === 'theirs' || isNear ? 'own' : 'other'
  // Who judges or moderates must work somewhere, so holders of platform roles are members too.
  const membership: Role = isPlatformRole(role) ? 'member' : role
  const isHeard = side === 'other' || place !== 'neighbour' || scope !== 'region'
  const roles: Role[] = [...(isHeard ? [membership] : []), ...(isPlatformRole(role) ? [role] : [])]
  return roles.some((one) => RIGHTS[action][one]?.includes(side) ?? false)
}

function meets(need: Need, person: Person, scope: Row['scope']): boolean {
  const isSignedIn = person.role !== 'visitor'
  switch (need) {
    case 'anyone':
      return true
    case 'signedIn':
      return isSignedIn
    case 'acting':
      return isSignedIn && person.place === 'own'
    case 'outsider':
      return isSignedIn && person.place !== 'own'
    case 'owner':
      return person.role === 'editor' && person.place === 'own'
    case 'proof':
      return false
    default:
      return hasRight(need, person, scope)
  }
}

export const isAllowed = (row: Pick<Row, 'needs' | 'scope'>, person: Person): boolean =>
  [row.needs].flat().some((need) => meets(need, person, row.scope ?? 'organisation'))
