import 'server-only'
import { pagePath } from '@/i18n/translated-path'
import type { Transaction } from '@/lib/base/db/db'
import { listWriterIds } from '@/lib/people/accounts/recipients.data'
import { forgetTold, notifyPeople } from '@/lib/people/follows/mutations'

interface About {
  initiativeId: string
  title: string
  /** Whom it is told to. */
  organisationId: string
  actorId: string
  /** Keeps two offers of the same initiative apart. */
  at: Date
}

const keyOf = ({ initiativeId, at }: Pick<About, 'initiativeId' | 'at'>) =>
  `${initiativeId}:${String(at.getTime())}`

/** Asks the editors of the organisation that would take it over. */
export async function tellOffered(
  tx: Transaction,
  about: About & { from: string; message: string },
): Promise<void> {
  const { initiativeId, title, organisationId, actorId, from, message } = about
  await notifyPeople(
    tx,
    {
      kind: 'handover-asked',
      key: keyOf(about),
      title,
      note: message,
      path: pagePath('/workspace/handovers/[id]', { id: initiativeId }),
      mail: {
        subject: `Wilt u "${title}" overnemen van ${from}?`,
        text: `${from} wil "${title}" overdragen aan uw organisatie. Er verandert niets totdat u het aanneemt.\n\n${message}\n\nLees wat er meegaat, en neem het aan of wijs het af.`,
      },
    },
    { people: await listWriterIds(tx, organisationId), subjects: [], actorId },
  )
}

/** Takes the question back: it was answered or is not offered any more. */
export async function untellOffered(
  tx: Transaction,
  about: Pick<About, 'initiativeId' | 'at'>,
): Promise<void> {
  await forgetTold(tx, 'handover-asked', keyOf(about))
}

/** Tells the editors of one side what became of it. */
export async function tellAnswered(
  tx: Transaction,
  about: About & { kind: 'handover-accepted' | 'handover-declined'; slug: string; words: string },
): Promise<void> {
  const { kind, title, organisationId, actorId, slug, words } = about
  const done = kind === 'handover-accepted' ? 'Overgedragen' : 'Overdracht afgewezen'
  await notifyPeople(
    tx,
    {
      kind,
      key: keyOf(about),
      title,
      note: words,
      path: pagePath('/initiatives/[slug]', { slug }),
      mail: { subject: `${done}: "${title}"`, text: words },
    },
    { people: await listWriterIds(tx, organisationId), subjects: [], actorId },
  )
}
