import type { NewMail } from '@/lib/people/messages/types'
import type { db, Transaction } from '@/lib/base/db/db'

export const MAIL_SETTINGS = {
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

export function queueQuestion(
  client: typeof db,
  queueMail: (tx: Transaction, mail: NewMail) => Promise<void>,
  recipientId: string,
  change: object = {},
): Promise<void> {
  return client.$transaction((tx) =>
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
}
