'use server'
import {
  type ActionResult,
  invalidField,
  invalidForm,
  type Saved,
} from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { AppError } from '@/lib/base/runtime/errors'
import {
  hasRight,
  isAdministrator,
  managedOrganisations,
  PLATFORM,
} from '@/lib/people/accounts/policy'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { getInvitingOrganisation, hasRegionalRole } from '@/lib/people/invitations/data'
import { isJudging } from '@/lib/people/invitations/rules'
import { getPerson, listColleagues, losesOwnSide } from './data'
import {
  addPlatformRole,
  changeRole,
  disablePerson,
  enablePerson,
  endAllSessions,
  handOver,
  removePlatformRole,
  removeRole,
} from './mutations'
import {
  changeRoleSchema,
  handOverSchema,
  membershipSchema,
  personIdSchema,
  platformRoleSchema,
} from './schema'
import type { Person } from './types'

type Result = ActionResult<Saved>

/** The person that a form is about, as far as the reader manages them. */
const rules = {
  actor: requireActor,
  load: async ({ userId }: { userId?: unknown }, actor: Actor): Promise<Person | null> => {
    const id = personIdSchema.safeParse({ userId })
    return id.success ? getPerson(id.data.userId, managedOrganisations(actor), new Date()) : null
  },
  can: () => true,
  shows: 'page' as const,
}

const forAdministrators = {
  ...rules,
  can: (actor: Actor) => hasRight(actor, 'account.manage', PLATFORM),
}

/** @throws AppError NOT_FOUND without the right in this organisation */
function requireManager(actor: Actor, organisationId: string): void {
  if (!hasRight(actor, 'people.manage', { organisationId })) throw new AppError('NOT_FOUND')
}

export async function changeRoleAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, { ...rules, schema: changeRoleSchema }, async (input, { actor, values }) => {
    requireManager(actor, input.organisationId)
    const organisation = await getInvitingOrganisation(input.organisationId)
    if (isJudging(input.newRole) && organisation?.hasRegion !== true)
      return invalidField('newRole', 'judgeWithoutRegion', values)
    return (await changeRole(actor.userId, input)) ? null : invalidForm('WRONG_STATE', values)
  })
}

export async function removeRoleAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, { ...rules, schema: membershipSchema }, async (input, { actor, values }) => {
    requireManager(actor, input.organisationId)
    if (!isAdministrator(actor) && (await losesOwnSide(input.userId, input)))
      return invalidForm('judgeByAdministrator', values)
    return (await removeRole(actor.userId, input)) ? null : invalidForm('WRONG_STATE', values)
  })
}

export async function addPlatformRoleAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...forAdministrators, schema: platformRoleSchema },
    async (input, { actor, target, values }) => {
      if (isJudging(input.role) && !(await hasRegionalRole(target.email)))
        return invalidField('role', 'moderatorWithoutRegion', values)
      await addPlatformRole(actor.userId, input)
      return null
    },
  )
}

export async function removePlatformRoleAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...forAdministrators, schema: platformRoleSchema },
    async (input, { actor, values }) => {
      const outcome = await removePlatformRole(actor.userId, input)
      if (outcome === 'gone') return invalidForm('WRONG_STATE', values)
      return outcome === 'ok' ? null : invalidForm(outcome, values)
    },
  )
}

export async function disablePersonAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...forAdministrators, schema: personIdSchema },
    async ({ userId }, { actor, values }) => {
      if (userId === actor.userId) return invalidForm('notYourself', values)
      const outcome = await disablePerson(actor.userId, userId)
      if (outcome === 'gone') return invalidForm('WRONG_STATE', values)
      return outcome === 'ok' ? null : invalidForm(outcome, values)
    },
  )
}

export async function enablePersonAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...forAdministrators, schema: personIdSchema },
    async ({ userId }, { actor, values }) =>
      (await enablePerson(actor.userId, userId)) ? null : invalidForm('WRONG_STATE', values),
  )
}

export async function endSessionsAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...forAdministrators, schema: personIdSchema },
    async ({ userId }, { actor }) => {
      await endAllSessions(actor.userId, userId)
      return null
    },
  )
}

export async function handOverAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(form, { ...rules, schema: handOverSchema }, async (input, { actor, values }) => {
    requireManager(actor, input.organisationId)
    const colleagues = await listColleagues(input.userId, [input.organisationId])
    if (!colleagues.some(({ id }) => id === input.toId))
      return invalidField('toId', 'unknownChoice', values)
    await handOver(actor.userId, input)
    return null
  })
}
