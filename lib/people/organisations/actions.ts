'use server'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { redirect as redirectToPath } from 'next/navigation'
import { getPathname } from '@/i18n/navigation'
import { invalidateContent } from '@/lib/base/cache/cached'
import {
  type ActionResult,
  invalidField,
  invalidForm,
  type Saved,
} from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { listRegionsById } from '@/lib/base/regions/data'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { getOrganisation, getOrganisationSlug } from './data'
import {
  createOrganisation,
  endOrganisation,
  reopenOrganisation,
  saveOrganisation,
  saveTrust,
} from './mutations'
import { canChangeRegions, canEditOrganisation, canRegisterOrganisations } from './policy'
import { needsSuccessor } from './rules'
import {
  endOrganisationSchema,
  newOrganisationSchema,
  organisationSchema,
  trustSchema,
} from './schema'
import type { OrganisationDetail, OrganisationInput } from './types'

type Result = ActionResult<Saved>

async function knowsRegions({ regionId, alsoRegionIds }: OrganisationInput): Promise<boolean> {
  const ids = [...new Set([...alsoRegionIds, ...(regionId === null ? [] : [regionId])])]
  return ids.length === 0 || (await listRegionsById(ids)).length === ids.length
}

export async function createOrganisationAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      actor: requireActor,
      load: () => Promise.resolve(true),
      can: (actor: Actor) => canRegisterOrganisations(actor),
      schema: newOrganisationSchema,
    },
    async (input, { actor, submission, values }) => {
      if (!(await knowsRegions(input))) return invalidField('regionId', 'unknownChoice', values)
      const slug = await createOrganisation({ actorId: actor.userId, submission }, input)
      invalidateContent()
      return redirectToPath(
        getPathname({
          href: { pathname: '/workspace/admin/organisations/[slug]', params: { slug } },
          locale: await getLocale(),
        }),
      )
    },
  )
}

const existing = {
  actor: requireActor,
  load: async ({ id }: { id?: unknown }): Promise<OrganisationDetail | null> => {
    const parsed = z.uuid().safeParse(id)
    const slug = parsed.success ? await getOrganisationSlug(parsed.data) : null
    return slug === null ? null : getOrganisation(slug)
  },
  can: (actor: Actor, { id }: OrganisationDetail) => canEditOrganisation(actor, id),
  shows: 'page' as const,
}

export async function saveOrganisationAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...existing, schema: organisationSchema },
    async (input, { actor, values }) => {
      if (!(await knowsRegions(input))) return invalidField('regionId', 'unknownChoice', values)
      await saveOrganisation(actor.userId, input, canChangeRegions(actor))
      return null
    },
  )
}

export async function endOrganisationAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...existing, can: canRegisterOrganisations, schema: endOrganisationSchema },
    async ({ id, successorId }, { actor, target, values }) => {
      if (successorId === id) return invalidField('successorId', 'unknownChoice', values)
      if (successorId === null && needsSuccessor(target))
        return invalidField('successorId', 'successorNeeded', values)
      const ended = await endOrganisation(actor.userId, { id, successorId, today: new Date() })
      return ended ? null : invalidForm('WRONG_STATE', values)
    },
  )
}

export async function reopenOrganisationAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    {
      ...existing,
      can: canRegisterOrganisations,
      schema: z.strictObject({ id: z.uuid() }),
    },
    async ({ id }, { actor, values }) =>
      (await reopenOrganisation(actor.userId, id)) ? null : invalidForm('WRONG_STATE', values),
  )
}

/** Lets editors of an organisation publish small corrections at once, or not any more. */
export async function saveTrustAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...existing, can: canRegisterOrganisations, schema: trustSchema },
    async (input, { actor }) => {
      await saveTrust(actor.userId, input)
      return null
    },
  )
}
