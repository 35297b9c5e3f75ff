import 'server-only'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { MembershipRole, PlatformRoleName } from '@/generated/prisma/enums'
import { requireAdministration } from '@/lib/people/accounts/loaders'
import { isAdministrator } from '@/lib/people/accounts/policy'
import { listOpenInvitations } from '@/lib/people/invitations/data'
import { listOpenOrganisations } from '@/lib/people/organisations/data'
import { listColleagues, listPeople, readPerson } from './data'
import { PEOPLE_FILTERS, type PeopleQuery } from './types'

type Query = Readonly<Record<string, string | string[] | undefined>>

/** The organisations that the reader manages, by name. */
export async function loadManagedOrganisations(managed: readonly string[] | null) {
  const organisations = await listOpenOrganisations()
  return managed === null ? organisations : organisations.filter(({ id }) => managed.includes(id))
}

const roleSchema = z.enum({ ...MembershipRole, ...PlatformRoleName })

/** Reads the address of the list; anything unknown counts as not asked. */
function readQuery(query: Query): PeopleQuery {
  const text = (key: string) => (typeof query[key] === 'string' ? query[key] : '')
  const page = Number(text('pagina'))
  const role = roleSchema.safeParse(text('rol'))
  const organisation = z.uuid().safeParse(text('organisatie'))
  return {
    text: text('zoek').trim().slice(0, 100),
    organisationId: organisation.success ? organisation.data : null,
    role: role.success ? role.data : null,
    filter: PEOPLE_FILTERS.find((one) => one === text('toon')) ?? null,
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}

/** The list of people with the open invitations beside it. */
export async function loadPeople(query: Query, returnTo: string) {
  const { actor, managed, listed } = await requireAdministration(returnTo)
  const chosen = readQuery(query)
  const [{ people, total }, invitations, organisations] = await Promise.all([
    listPeople(chosen, chosen.organisationId === null ? listed : managed),
    listOpenInvitations(listed, new Date()),
    loadManagedOrganisations(managed),
  ])
  return {
    chosen,
    people,
    total,
    invitations,
    organisations,
    isAdministrator: isAdministrator(actor),
  }
}

/** One person with what the reader may change; not found for anyone else. */
export async function loadPerson(id: string, returnTo: string) {
  const { actor, managed } = await requireAdministration(returnTo)
  const person = z.uuid().safeParse(id).success
    ? await readPerson(id, managed, { readerId: actor.userId, now: new Date() })
    : null
  if (!person) notFound()
  const organisationIds = [...new Set(person.roles.map(({ organisationId }) => organisationId))]
  return {
    actor,
    person,
    colleagues: await listColleagues(id, organisationIds),
    isAdministrator: isAdministrator(actor),
    isSelf: actor.userId === id,
  }
}

/** The form to invite, for the organisations that the reader manages. */
export async function loadInviting(returnTo: string, query: Promise<Query> | Query) {
  const { actor, managed } = await requireAdministration(returnTo)
  const organisations = await loadManagedOrganisations(managed)
  const { organisatie } = await query
  return {
    organisations,
    /** The one in the address, else the one they work for. */
    chosen:
      organisations.find(({ id }) => id === organisatie) ??
      organisations.find(({ id }) => id === actor.actingFor) ??
      organisations[0],
    isAdministrator: isAdministrator(actor),
  }
}
