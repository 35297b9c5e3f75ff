import type { openMailSender } from '@/lib/base/mail/mail-transport'
import type * as Mutations from '@/lib/people/messages/mutations'
import type { NewMail } from '@/lib/people/messages/types'
import type { db } from '@/lib/base/db/db'
import { createTestDatabase } from './database'
import { startMailServer } from './mail-server'

const MAIL_SETTINGS = {
  MAIL_FROM: 'Praktijkbank <post@praktijkbank.test>',
  NEXTAUTH_URL: 'https://praktijkbank.test',
  NEXTAUTH_SECRET: 'x'.repeat(40),
}

let people = 0

export async function createReader(
  client: typeof db,
  change: { disabledAt?: Date; isExample?: boolean } = {},
) {
  const { id, email } = await client.user.create({
    data: { email: `lezer-${String((people += 1))}@voorbeeld.nl`, name: 'Lezer', ...change },
    select: { id: true, email: true },
  })
  return { recipientId: id, email }
}

interface MailWorldOptions {
  seeded?: boolean
  env?: Readonly<Record<string, string>>
}

export async function startMailWorld({ seeded = false, env = {} }: MailWorldOptions = {}) {
  const server = await startMailServer()
  const database = await createTestDatabase({ seeded })
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    SMTP_URL: server.url,
    ...MAIL_SETTINGS,
    ...env,
  })
  return {
    server,
    stop: async (client: typeof db) => {
      await server.stop()
      await client.$disconnect()
      await database.drop()
    },
  }
}

type Sending = Pick<typeof Mutations, 'sendQueuedMail'> & { openMailSender: typeof openMailSender }

export const sendsWith =
  ({ openMailSender: open, sendQueuedMail }: Sending) =>
  async (): Promise<number> => {
    const sender = open()
    if (!sender) throw new Error('mail is not set up')
    try {
      return await sendQueuedMail(sender)
    } finally {
      sender.close()
    }
  }

export const queuesWith =
  (client: typeof db, queueMail: typeof Mutations.queueMail) =>
  (recipientId: string, change: Partial<NewMail> = {}): Promise<void> =>
    client.$transaction((tx) =>
      queueMail(tx, {
        recipientId,
        kind: 'question-asked',
        key: 'een',
        subject: 'Een vraag <b>bij</b> uw initiatief',
        text: 'Iemand vraagt:\n\n"Werkt dit <script> ook?"\n\nhttps://praktijkbank.test/regios',
        path: '/werkplek?a=1&b=2',
        ...change,
      }),
    )

export const mailTo = (client: typeof db, recipientId: string) =>
  client.mail.findFirstOrThrow({
    where: { recipientId },
    select: { id: true, status: true, attempts: true, lastError: true, nextAttemptAt: true },
  })
