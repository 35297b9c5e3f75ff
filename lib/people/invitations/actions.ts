'use server'
import { getLocale } from 'next-intl/server'
import { redirect as redirectToPath } from 'next/navigation'
import { getPathname } from '@/i18n/navigation'
import { runAction } from '@/lib/base/http/action'
import { limitMessage, requireAllowed } from '@/lib/base/http/limit'
import {
  type ActionResult,
  type FormValues,
  invalidField,
  invalidForm,
  type Saved,
} from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { formValues, invalidResult } from '@/lib/base/http/form-data'
import { createLimit } from '@/lib/base/http/rate-limit'
import { readSheetRows, SheetError } from '@/lib/base/files/sheets'
import { canAdminister } from '@/lib/people/accounts/policy'
import { requestClient, requireActor, welcome } from '@/lib/people/accounts/session'
import { pathAfterSignIn } from '@/lib/people/accounts/stage.rules'
import type { Actor, Constituency } from '@/lib/people/accounts/types'
import { acceptAsActor, acceptAsNewPerson } from './accepting.mutations'
import { getInvitationRole, getInvitingOrganisation, hasRegionalRole, listHolders } from './data'
import { resendInvitation, revokeInvitation, saveInvitations } from './mutations'
import { canInvite } from './policy'
import { isJudging, MAX_LINES, readAddresses } from './rules'
import {
  acceptRoleSchema,
  acceptSchema,
  inviteManySchema,
  inviteSchema,
  invitationIdSchema,
  readRoleChoice,
} from './schema'
import type { InvitationLine, OfferedRole } from './types'

const DAY_SECONDS = 24 * 60 * 60
const mailLimit = createLimit({ name: 'invitations', points: 500, windowSeconds: DAY_SECONDS })
const resendLimit = createLimit({
  name: 'invitation-resend',
  points: 5,
  windowSeconds: DAY_SECONDS,
})
const openLimit = createLimit({ name: 'invitation-accept', points: 60, windowSeconds: 900 })

interface Target {
  /** Null while no role or organisation is chosen. */
  offered: OfferedRole | null
  organisation: { name: string; hasRegion: boolean } | null
}

/** The role and organisation that a form names; null for an organisation that does not exist. */
async function loadTarget(values: FormValues): Promise<Target | null> {
  const offered = readRoleChoice(values)
  if (!offered) return { offered, organisation: null }
  if (offered.organisationId === null) return { offered, organisation: null }
  const organisation = await getInvitingOrganisation(offered.organisationId)
  return organisation && { offered, organisation }
}

type Chosen = Target & { offered: OfferedRole }

const chosenTarget = ({ offered, organisation }: Target): Chosen | null =>
  offered && { offered, organisation }

const mayChoose = (actor: Actor, { offered }: Target): boolean =>
  offered ? canInvite(actor, offered) : canAdminister(actor)

/** Why this role would let someone judge the own region; null when it would not. */
async function judgingProblem({ offered, organisation }: Chosen, emails: readonly string[]) {
  if (!isJudging(offered.role ?? offered.platformRole)) return null
  if (organisation) return organisation.hasRegion ? null : 'judgeWithoutRegion'
  const known = await Promise.all(emails.map(hasRegionalRole))
  return known.every(Boolean) ? null : 'moderatorWithoutRegion'
}

export async function inviteAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: loadTarget,
      can: mayChoose,
      schema: inviteSchema,
      skipRepeat: true,
      limit: ({ actor }) => mailLimit.consume(actor.userId),
      shows: 'page',
    },
    async ({ email }, { actor, target: named, submission, values }) => {
      const target = chosenTarget(named)
      if (!target) return invalidField('organisationId', 'choose', values)
      const problem = await judgingProblem(target, [email])
      if (problem) return invalidField('role', problem, values)
      if ((await listHolders(target.offered)).has(email))
        return invalidField('email', 'alreadyMember', values)
      await saveInvitations({ actorId: actor.userId, name: actor.name, submission }, [
        { email, offered: target.offered },
      ])
      return null
    },
  )
}

/** The cells of a sheet that hold an address, one a line; null for a file that cannot be read. */
async function addressesIn(content: Uint8Array): Promise<string | null> {
  try {
    const rows = await readSheetRows(Buffer.from(content))
    return rows
      .flatMap(({ cells }) => cells)
      .filter((cell) => cell.includes('@'))
      .slice(0, MAX_LINES + 1)
      .join('\n')
  } catch (error) {
    if (error instanceof SheetError) return null
    throw error
  }
}

/** What a list would do, or did. */
export interface ManyOutcome {
  lines: InvitationLine[]
  sent: number | null
  /** What the form shows: the list that was checked, or none when it was sent. */
  values: FormValues
}

export async function inviteManyAction(
  _previous: ActionResult<ManyOutcome | Saved>,
  form: FormData,
): Promise<ActionResult<ManyOutcome | Saved>> {
  return runForm<Actor, Target, typeof inviteManySchema, ManyOutcome>(
    form,
    {
      actor: requireActor,
      load: loadTarget,
      can: mayChoose,
      schema: inviteManySchema,
      file: 'file',
      shows: 'page',
    },
    async (input, { actor, target: named, submission, values: typed, file }) => {
      const target = chosenTarget(named)
      if (!target) return invalidField('organisationId', 'choose', typed)
      const found = file ? await addressesIn(file.content) : ''
      if (found === null) return invalidField('file', 'workbook', typed)
      if (file && found === '') return invalidField('file', 'noAddresses', typed)
      const addresses = [input.addresses, found].filter((text) => text !== '').join('\n')
      if (addresses === '') return invalidField('addresses', 'required', typed)
      const values = { ...typed, addresses }
      const lines = readAddresses(addresses, await listHolders(target.offered))
      if (lines.length > MAX_LINES) return invalidField('addresses', 'tooManyAddresses', values)
      const fresh = lines.flatMap(({ email, fault }) => (email && !fault ? [email] : []))
      const problem = await judgingProblem(target, fresh)
      if (problem) return invalidField('role', problem, values)
      if (input.checked !== addresses || fresh.length === 0)
        return { status: 'ok', data: { lines, sent: null, values } }
      for (let count = 0; count < fresh.length; count += 1) {
        const allowance = await mailLimit.consume(actor.userId)
        if (!allowance.allowed)
          return invalidForm(limitMessage(allowance.retryAfterSeconds), values)
      }
      const sent = await saveInvitations(
        { actorId: actor.userId, name: actor.name, submission },
        fresh.map((email) => ({ email, offered: target.offered })),
      )
      return { status: 'ok', data: { lines, sent, values: { ...values, addresses: '' } } }
    },
  )
}

async function onInvitation(
  form: FormData,
  act: (actor: Actor, id: string, submission: string | null) => Promise<boolean>,
): Promise<ActionResult<Saved>> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: async (values) => {
        const input = invitationIdSchema.safeParse(values)
        return input.success ? getInvitationRole(input.data.id) : null
      },
      can: (actor: Actor, offered) => canInvite(actor, offered),
      schema: invitationIdSchema,
      shows: 'page',
    },
    async ({ id }, { actor, submission, values }) =>
      (await act(actor, id, submission)) ? null : invalidForm('invitationGone', values),
  )
}

export async function resendInvitationAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  return onInvitation(form, async ({ userId, name }, id, submission) => {
    requireAllowed(await mailLimit.consume(userId))
    requireAllowed(await resendLimit.consume(id))
    return resendInvitation({ actorId: userId, name, submission }, id)
  })
}

export async function revokeInvitationAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  return onInvitation(form, ({ userId }, id) => revokeInvitation(userId, id))
}

const chosen = (constituency: Constituency | ''): Constituency | null =>
  constituency === '' ? null : constituency

async function toWorkspace(): Promise<never> {
  return redirectToPath(getPathname({ href: '/workspace', locale: await getLocale() }))
}

/** The token is the authorization; the password never goes back. */
export async function acceptInvitationAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  const typed = formValues(form)
  const { token = '', name = '', constituency = '' } = typed
  const values = { token, name, constituency }
  return runAction(values, async (): Promise<ActionResult<Saved>> => {
    const input = acceptSchema.safeParse({ ...values, password: typed.password ?? '' })
    if (!input.success) return invalidResult(input.error, values)
    const { network, device } = await requestClient()
    requireAllowed(await openLimit.consume(network))
    const outcome = await acceptAsNewPerson({
      ...input.data,
      constituency: chosen(input.data.constituency),
      device,
    })
    switch (outcome.status) {
      case 'weak':
        return invalidField('password', outcome.problem, values)
      case 'constituency':
        return invalidField('constituency', 'choose', values)
      case 'region':
        return invalidForm('regionFirst', values)
      case 'gone':
        return invalidForm('invitationGone', values)
      case 'exists':
        return invalidForm('invitationHasAccount', values)
      case 'ok':
        await welcome(outcome)
        return redirectToPath(pathAfterSignIn(outcome.stage, null, await getLocale()))
    }
  })
}

export async function acceptRoleAction(
  _previous: ActionResult<Saved>,
  form: FormData,
): Promise<ActionResult<Saved>> {
  const values = formValues(form)
  return runAction(values, async (): Promise<ActionResult<Saved>> => {
    const actor = await requireActor()
    const input = acceptRoleSchema.safeParse(values)
    if (!input.success) return invalidResult(input.error, values)
    const { token, constituency } = input.data
    const outcome = await acceptAsActor(actor, { token, constituency: chosen(constituency) })
    if (outcome === 'constituency') return invalidField('constituency', 'choose', values)
    if (outcome === 'other') return invalidForm('invitationOther', values)
    if (outcome === 'region') return invalidForm('regionFirst', values)
    if (outcome === 'gone') return invalidForm('invitationGone', values)
    return toWorkspace()
  })
}
