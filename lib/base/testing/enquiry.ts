import { randomUUID } from 'node:crypto'
import type { db } from '@/lib/base/db/db'
import type { findAbout } from '@/lib/exchange/enquiries/data'
import type { saveEnquiry } from '@/lib/exchange/enquiries/mutations'
import type { NewEnquiry } from '@/lib/exchange/enquiries/types'

const SLUG = 'rangeerterrein'
export const WRITER = 'sam@gemeente.example'

const person = async (client: typeof db, email: string, name: string) =>
  (await client.user.create({ data: { email, name }, select: { id: true } })).id

/** Names a contact on the published version; the seed names none. */
export const nameContactOf = (client: typeof db, email: string) =>
  client.$transaction([
    client.$executeRawUnsafe('SET LOCAL session_replication_role = replica'),
    client.$executeRawUnsafe(`UPDATE initiative_revision
      SET contact_name = 'Eva de Wit', contact_email = '${email}', contact_consent = true
      WHERE id = (SELECT published_revision_id FROM initiative WHERE slug = '${SLUG}')`),
  ])

/** An organisation that owns an initiative, with a contact person and an editor. */
export async function arrangeAnswerers(client: typeof db) {
  const { id: organisationId } = await client.organisation.create({
    data: { slug: randomUUID(), name: 'Werkcentrum Oost', kind: 'work_centre' },
    select: { id: true },
  })
  await client.initiative.update({ where: { slug: SLUG }, data: { organisationId } })
  const contactId = await person(client, 'eva@oost.example', 'Eva')
  const editorId = await person(client, 'ed@oost.example', 'Ed Editor')
  const administratorId = await person(client, 'bram@beheer.example', 'Bram')
  await client.membership.createMany({
    data: [
      { userId: contactId, organisationId, role: 'member' },
      { userId: editorId, organisationId, role: 'editor' },
    ],
  })
  await client.platformRole.create({ data: { userId: administratorId, role: 'administrator' } })
  return { organisationId, contactId, editorId, administratorId }
}

type People = Awaited<ReturnType<typeof arrangeAnswerers>>

/** Nothing written yet, everyone there, and the contact person named. */
export async function resetEnquiries(client: typeof db, { contactId, editorId }: People) {
  await client.enquiry.deleteMany()
  await client.enquiryBlock.deleteMany()
  await client.mail.deleteMany()
  await client.notification.deleteMany()
  await client.user.updateMany({
    where: { id: { in: [contactId, editorId] } },
    data: { disabledAt: null },
  })
  await nameContactOf(client, 'Eva@OOST.example')
}

/** Nobody of the organisation is left. */
export const closeOffice = (client: typeof db, { contactId, editorId }: People) =>
  client.user.updateMany({
    where: { id: { in: [contactId, editorId] } },
    data: { disabledAt: new Date() },
  })

interface Acts {
  findAbout: typeof findAbout
  saveEnquiry: typeof saveEnquiry
}

/** Writes as someone outside. */
export function writesWith(client: typeof db, acts: Acts) {
  async function enquiry(change: Partial<NewEnquiry> = {}): Promise<NewEnquiry> {
    const about = await acts.findAbout('initiative', SLUG)
    if (!about) throw new Error('no initiative')
    return {
      about,
      receiverId: null,
      kind: 'question',
      writer: 'councillor',
      name: 'Sam Smit',
      email: WRITER,
      subject: 'Uw aanpak',
      text: 'GEHEIME vraag van Sam',
      submission: randomUUID(),
      ...change,
    }
  }
  async function pending(change: Partial<NewEnquiry> = {}): Promise<string> {
    const one = await enquiry(change)
    await acts.saveEnquiry(one)
    const where = { submission: one.submission ?? '' }
    return (await client.enquiry.findUniqueOrThrow({ where, select: { id: true } })).id
  }
  const told = async (key: string): Promise<string[]> =>
    (
      await client.notification.findMany({
        where: { key },
        select: { userId: true },
        orderBy: { userId: 'asc' },
      })
    ).map(({ userId }) => userId)
  const mailsTo = (toAddress: string) =>
    client.mail.findMany({
      where: { toAddress },
      select: { kind: true, text: true, path: true, subject: true },
      orderBy: { createdAt: 'asc' },
    })
  return {
    enquiry,
    pending,
    told,
    mailsTo,
    received: (id: string) => told(`enquiry-received ${id}`),
  }
}
