import type { ParsedMail } from 'mailparser'
import type { db } from '@/lib/base/db/db'

export const SLUG = 'rangeerterrein'

export async function contactSender(client: typeof db) {
  const { id, name, email } = await client.user.findUniqueOrThrow({
    where: { email: 'redacteur.overijssel@voorbeeld.nl' },
    select: { id: true, name: true, email: true },
  })
  return { id, name, address: email, organisation: null }
}

/** On the published version; the seed names no contacts. */
export const nameContact = (client: typeof db, change: string) =>
  client.$transaction([
    client.$executeRawUnsafe('SET LOCAL session_replication_role = replica'),
    client.$executeRawUnsafe(
      `UPDATE initiative_revision
      SET ${change}
      WHERE id = (SELECT published_revision_id FROM initiative WHERE slug = '${SLUG}')`,
    ),
  ])

export async function resetContacts(client: typeof db): Promise<void> {
  await client.contactRequest.deleteMany()
  await client.mail.deleteMany()
  await client.mailRefusal.deleteMany()
  await nameContact(
    client,
    `contact_name = 'Eva de Wit', contact_email = 'Eva@elders.example', contact_consent = true`,
  )
}

export const tokenIn = (mail: ParsedMail | undefined): string =>
  new URL(
    /https:\/\/praktijkbank\.test\/contact\?token=\S+/.exec(mail?.text ?? '')?.[0] ?? 'x:',
  ).searchParams.get('token') ?? ''
