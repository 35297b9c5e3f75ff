import 'server-only'
import { createHash } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import { db, type Transaction } from '@/lib/base/db/db'
import { getRegionGraph } from '@/lib/base/regions/data'
import { readToken, signToken } from '@/lib/base/security/signed-token'
import { listRegionContacts } from '@/lib/exchange/contacts/data'
import { isStillContact } from '@/lib/exchange/contacts/policy'
import { listWriterIds } from '@/lib/people/accounts/recipients.data'
import type { Actor } from '@/lib/people/accounts/types'
import { workingFor } from '@/lib/people/accounts/working-for.rules'
import { RIGHTS, hasRight } from '@/lib/people/accounts/policy'
import { canAnswerForSite } from './policy'
import { MAX_ANSWERS } from './rules'
import type { AnswerLine, EnquiryAbout, EnquiryRow, EnquiryThread } from './types'

const MAX_LISTED = 100
const MAX_ENTRIES = MAX_ANSWERS + 2
const SITE: EnquiryAbout = { kind: 'site', id: null, slug: '', title: '' }
const NOBODY: AnswerLine = { person: null, organisation: null, writerIds: [] }

const PURPOSES = { confirm: 'enquiry.confirm', thread: 'enquiry.thread' } as const
type Purpose = keyof typeof PURPOSES

/** The token of a link in mail to the writer from outside. */
export const enquiryToken = (purpose: Purpose, id: string): string =>
  signToken(PURPOSES[purpose], id)

/** Names an address without holding it. */
export const addressDigest = (email: string): string =>
  createHash('sha256').update(`enquiry ${email}`).digest('base64url')

/** The published initiative or the region at this slug, or this site; null for anything else. */
export async function findAbout(
  kind: EnquiryAbout['kind'],
  slug: string,
): Promise<EnquiryAbout | null> {
  if (kind === 'site') return SITE
  if (kind === 'region') {
    const region = await db.region.findUnique({
      where: { slug },
      select: { id: true, name: true },
    })
    return region && { kind, id: region.id, slug, title: region.name }
  }
  const row = await db.initiative.findFirst({
    where: { slug, publishedRevisionId: { not: null } },
    select: { id: true, publishedRevision: { select: { title: true } } },
  })
  return row && { kind, id: row.id, slug, title: row.publishedRevision?.title ?? slug }
}

async function lineOfInitiative(id: string): Promise<AnswerLine> {
  const row = await db.initiative.findUnique({
    where: { id },
    select: {
      organisation: { select: { id: true, name: true } },
      publishedRevision: {
        select: { contactName: true, contactEmail: true, contactConsent: true },
      },
    },
  })
  if (!row) return NOBODY
  const { organisation, publishedRevision: published } = row
  const email = published?.contactConsent ? published.contactEmail?.toLowerCase() : undefined
  const [user, writerIds] = await Promise.all([
    email === undefined
      ? null
      : db.user.findFirst({
          where: {
            email,
            disabledAt: null,
            memberships: { some: { organisationId: organisation.id } },
          },
          select: { id: true, name: true },
        }),
    listWriterIds(db, organisation.id),
  ])
  const person = user && { id: user.id, name: published?.contactName ?? user.name }
  return { person, organisation, writerIds }
}

async function lineOfRegion(regionId: string, chosenId: string | null): Promise<AnswerLine> {
  const [graph, all] = await Promise.all([getRegionGraph(), listRegionContacts([regionId])])
  const contacts = all.filter((one) => isStillContact(one, graph))
  const chosen = contacts.find(({ userId }) => userId === chosenId) ?? contacts[0]
  if (chosen) {
    const through = chosen.memberships.find((one) =>
      isStillContact({ ...chosen, memberships: [one] }, graph),
    )
    const organisation = through && { id: through.organisationId, name: through.organisationName }
    return {
      person: { id: chosen.userId, name: chosen.name },
      organisation: organisation ?? null,
      writerIds: organisation ? await listWriterIds(db, organisation.id) : [],
    }
  }
  const organisation = await db.organisation.findFirst({
    where: {
      regionId,
      endsOn: null,
      memberships: { some: { role: { in: ['editor', 'manager'] }, user: { disabledAt: null } } },
    },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
  return organisation
    ? { person: null, organisation, writerIds: await listWriterIds(db, organisation.id) }
    : NOBODY
}

/** Who answers now; people leave, so it is asked again when a message is delivered. */
export async function getAnswerLine(
  about: EnquiryAbout,
  chosenId: string | null,
): Promise<AnswerLine> {
  if (about.kind === 'site') return NOBODY
  return about.kind === 'region' ? lineOfRegion(about.id, chosenId) : lineOfInitiative(about.id)
}

/** Whether an organisation, or the administrators, take nothing more from this address. */
export async function isBlocked(
  tx: Transaction,
  email: string,
  organisationId: string | null,
): Promise<boolean> {
  return (
    (await tx.enquiryBlock.count({ where: { digest: addressDigest(email), organisationId } })) > 0
  )
}

const writing: Prisma.MembershipWhereInput = {
  role: { in: ['editor', 'manager'] },
  user: { disabledAt: null },
}

const fields = {
  id: true,
  kind: true,
  writer: true,
  name: true,
  subject: true,
  state: true,
  outcome: true,
  receiverId: true,
  organisationId: true,
  createdAt: true,
  expiresAt: true,
  confirmedAt: true,
  initiative: {
    select: { id: true, slug: true, publishedRevision: { select: { title: true } } },
  },
  region: { select: { id: true, slug: true, name: true } },
  organisation: {
    select: {
      name: true,
      memberships: { where: writing, select: { userId: true }, take: 1 },
    },
  },
} satisfies Prisma.EnquirySelect

type Stored = Prisma.EnquiryGetPayload<{ select: typeof fields }>

function aboutOf({ initiative, region }: Pick<Stored, 'initiative' | 'region'>): EnquiryAbout {
  if (region) return { kind: 'region', id: region.id, slug: region.slug, title: region.name }
  if (!initiative) return SITE
  const { id, slug, publishedRevision } = initiative
  return { kind: 'initiative', id, slug, title: publishedRevision?.title ?? slug }
}

function toRow({ initiative, region, organisation, ...row }: Stored): EnquiryRow {
  return {
    ...row,
    about: aboutOf({ initiative, region }),
    organisation: organisation?.name ?? null,
    hasWriters: (organisation?.memberships.length ?? 0) > 0,
  }
}

/** A message with all that was written, or null. */
export async function getEnquiry(
  id: string,
  client: Transaction | typeof db = db,
): Promise<EnquiryThread | null> {
  const row = await client.enquiry.findUnique({
    where: { id },
    select: {
      ...fields,
      entries: {
        select: {
          id: true,
          fromOutside: true,
          onBehalfOf: true,
          text: true,
          createdAt: true,
          author: { select: { name: true } },
        },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: MAX_ENTRIES,
      },
    },
  })
  if (!row) return null
  const { entries, ...rest } = row
  return {
    ...toRow(rest),
    entries: entries.map(({ author, ...entry }) => ({ ...entry, author: author?.name ?? '' })),
  }
}

/** The message of a link in mail; null when it is not ours or gone. */
export async function getByToken(purpose: Purpose, token: string): Promise<EnquiryThread | null> {
  const id = readToken(PURPOSES[purpose], token)
  return id === null ? null : getEnquiry(id)
}

const WRITING_ROLES = Object.keys(RIGHTS['initiative.write'])

/** Messages that this person may answer, the newest first; waiting ones alone when asked. */
export async function listEnquiries(
  actor: Actor,
  { waiting }: { waiting: boolean },
): Promise<EnquiryRow[]> {
  const { actingFor } = actor
  const organisationIds = workingFor(actor)
    .memberships.filter(({ role }) => WRITING_ROLES.includes(role))
    .map(({ organisationId }) => organisationId)
    .filter((organisationId) => hasRight(actor, 'initiative.write', { organisationId }))
  const orphaned: Prisma.EnquiryWhereInput[] = canAnswerForSite(actor)
    ? [{ organisationId: null }, { organisation: { memberships: { none: writing } } }]
    : []
  const rows = await db.enquiry.findMany({
    where: {
      state: waiting ? 'waiting' : { not: 'pending' },
      OR: [
        {
          receiverId: actor.userId,
          ...(actingFor !== undefined && {
            OR: [{ organisationId: null }, { organisationId: actingFor }],
          }),
        },
        { organisationId: { in: organisationIds } },
        ...orphaned,
      ],
    },
    select: fields,
    orderBy: [{ confirmedAt: 'desc' }, { id: 'desc' }],
    take: MAX_LISTED,
  })
  return rows.map(toRow)
}
