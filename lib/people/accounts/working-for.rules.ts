/**
 * For whom someone works now: one of their organisations, or all. It decides what lists show and
 * what a form starts with, never what someone may do: rights come from all roles.
 * Source: docs/model.md, "Who uses it".
 */
import type { Actor } from './types'

type Working = Pick<Actor, 'memberships' | 'actingFor'>

export interface OrganisationChoice {
  id: string
  name: string
}

/** The organisations of someone, each once, in order of name. */
export function organisationsOf({ memberships }: Pick<Actor, 'memberships'>): OrganisationChoice[] {
  return [
    ...new Map(
      memberships.map(({ organisationId, organisationName }) => [
        organisationId,
        { id: organisationId, name: organisationName },
      ]),
    ).values(),
  ]
}

/** The organisation that was chosen, while it can be chosen; undefined for all. */
export function chosenFor(
  { memberships }: Pick<Actor, 'memberships'>,
  chosenId: string | null,
): string | undefined {
  const organisations = organisationsOf({ memberships })
  return organisations.length < 2 ? undefined : organisations.find(({ id }) => id === chosenId)?.id
}

/** The same person with the roles at the organisation they work for; for lists, not for rights. */
export function workingFor<Person extends Working>(person: Person): Person {
  const { actingFor, memberships } = person
  if (actingFor === undefined) return person
  return { ...person, memberships: memberships.filter((one) => one.organisationId === actingFor) }
}

/**
 * For which organisations someone may do something: that of their work alone when they may there,
 * else each one.
 */
export function organisationsWhere(
  person: Working,
  may: (organisationId: string) => boolean,
): OrganisationChoice[] {
  const allowed = organisationsOf(person).filter(({ id }) => may(id))
  const chosen = allowed.filter(({ id }) => id === person.actingFor)
  return chosen.length > 0 ? chosen : allowed
}

/** The organisation that signs when nothing is asked; null for someone without one. */
export function signingOrganisation(person: Working): OrganisationChoice | null {
  return organisationsWhere(person, () => true)[0] ?? null
}
