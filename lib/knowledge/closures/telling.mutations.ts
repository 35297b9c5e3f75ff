import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import type { Transaction } from '@/lib/base/db/db'
import { listWriterIds } from '@/lib/people/accounts/recipients.data'
import { notifyPeople } from '@/lib/people/follows/mutations'
import { closedEmail, reopenedEmail } from './mails.rules'
import type { ClosingKind } from './types'

interface About {
  initiativeId: string
  organisationId: string
  slug: string
  title: string
  actorId: string | null
}

/** Tells the editors of the owner, and then its followers. The moment keeps two closings apart. */
export async function tellClosed(
  tx: Transaction,
  about: About & { kind: ClosingKind; reason: string; at: Date },
): Promise<void> {
  const { initiativeId, organisationId, slug, title, actorId, reason, at } = about
  const path = pagePath('/initiatives/[slug]', { slug })
  const key = `${initiativeId}:${String(at.getTime())}`
  const people = await listWriterIds(tx, organisationId)
  await notifyPeople(
    tx,
    { kind: 'own-initiative-closed', key, title, path, note: reason, mail: closedEmail(about) },
    { people, subjects: [], actorId },
  )
  await notifyPeople(
    tx,
    { kind: 'initiative-closed', key, title, path, note: reason },
    {
      people: [],
      subjects: [{ type: 'initiative', id: initiativeId }],
      actorId,
      except: people,
    },
  )
}

export async function tellReopened(tx: Transaction, about: About & { at: Date }): Promise<void> {
  const { initiativeId, organisationId, slug, title, actorId, at } = about
  const path = pagePath('/initiatives/[slug]', { slug })
  const key = `${initiativeId}:${String(at.getTime())}`
  const people = await listWriterIds(tx, organisationId)
  await notifyPeople(
    tx,
    { kind: 'own-initiative-reopened', key, title, path, mail: reopenedEmail(title) },
    { people, subjects: [], actorId },
  )
  await notifyPeople(
    tx,
    { kind: 'initiative-reopened', key, title, path },
    {
      people: [],
      subjects: [{ type: 'initiative', id: initiativeId }],
      actorId,
      except: people,
    },
  )
}
