/**
 * What the mail to the editors says when their initiative is closed or comes back: what happened
 * and what they can do. Source: docs/messages.md.
 */
import type { ClosingKind } from './types'

interface Letter {
  subject: string
  text: string
}

const HAPPENED: Readonly<Record<ClosingKind, string>> = {
  archived: 'staat nu in het archief. De pagina blijft te lezen, maar telt niet meer mee.',
  withdrawn: 'is ingetrokken. Lezers zien alleen nog waarom.',
  merged: 'is samengevoegd met een ander initiatief. Het oude adres leidt daarheen.',
}

export function closedEmail(about: { title: string; kind: ClosingKind; reason: string }): Letter {
  return {
    subject: {
      archived: `In het archief: "${about.title}"`,
      withdrawn: `Ingetrokken: "${about.title}"`,
      merged: `Samengevoegd: "${about.title}"`,
    }[about.kind],
    text: `"${about.title}" ${HAPPENED[about.kind]}\n\nDe reden:\n${about.reason}`,
  }
}

export function reopenedEmail(title: string): Letter {
  return {
    subject: `Terug uit het archief: "${title}"`,
    text: `"${title}" is weer openbaar en telt weer mee. Kijk of alles nog klopt.`,
  }
}
