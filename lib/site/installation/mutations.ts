import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { once, type Sender } from '@/lib/base/http/submission'
import { queueMail } from '@/lib/people/messages/mutations'

/** Queues a mail to the administrator, to see whether mail works. */
export async function queueTestMail(sender: Sender): Promise<void> {
  await once(sender, async (tx) => {
    await queueMail(tx, {
      recipientId: sender.actorId,
      kind: 'account-security',
      key: `test ${new Date().toISOString()}`,
      subject: 'Proefbericht van de Praktijkbank',
      text: 'E-mail werkt. U vroeg om dit bericht op de pagina Beheer.',
      path: pagePath('/workspace/admin'),
    })
    await saveAuditEvent(tx, {
      actorId: sender.actorId,
      action: 'mail.test',
      objectType: 'user',
      objectId: sender.actorId,
    })
  })
}
