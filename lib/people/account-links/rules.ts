/**
 * A link by mail changes an account once. For a new password it works an hour, and a newer one ends
 * the older. A new address counts when both mailboxes have confirmed it within two days: the new one
 * shows that mail arrives, the old one that it is the owner who moves.
 *
 * The form for a new password answers the same for every address: the same words, the same status
 * and the same work up to one row. It sends at most three mails an hour to an address.
 *
 * Source: docs/quality.md, "Sign-in and session"; OWASP ASVS 5.0, 6.4.3 and 6.3.8; OWASP Forgot
 * Password Cheat Sheet.
 */
import type { AccountLinkPurpose, LinkState } from './types'

const HOUR_MS = 60 * 60 * 1_000
const HOURS: Readonly<Record<AccountLinkPurpose, number>> = {
  password: 1,
  email_new: 48,
  email_old: 48,
}

export const RESETS_PER_HOUR = 3

/** When a link that is made now ends. */
export function linkEnd(purpose: AccountLinkPurpose, now: Date): Date {
  return new Date(now.getTime() + HOURS[purpose] * HOUR_MS)
}

/** Whether the link still works, and why not. At the limit it has expired. */
export function linkState(
  { usedAt, expiresAt }: { usedAt: Date | null; expiresAt: Date },
  now: Date,
): LinkState {
  if (usedAt) return 'used'
  return now < expiresAt ? 'open' : 'expired'
}

interface Email {
  subject: string
  text: string
}

export function resetEmail(): Email {
  return {
    subject: 'Kies een nieuw wachtwoord',
    text: 'Iemand vroeg om een nieuw wachtwoord voor uw account. Was u dat? Open dan de pagina hieronder en kies een nieuw wachtwoord.\n\nDe link werkt één keer en een uur lang.\n\nWas u het niet? Dan hoeft u niets te doen. Uw wachtwoord blijft hetzelfde.',
  }
}

export function passwordChangedEmail(): Email {
  return {
    subject: 'Uw wachtwoord is gewijzigd',
    text: 'U hebt zojuist een nieuw wachtwoord gekozen. Op al uw apparaten moet u opnieuw inloggen.\n\nWas u dit niet? Vraag dan meteen een nieuw wachtwoord aan op de pagina hieronder, en laat het de beheerder weten.',
  }
}

/** To the new mailbox. */
export function newAddressEmail(oldAddress: string): Email {
  return {
    subject: 'Bevestig uw nieuwe e-mailadres',
    text: `U wilt op de Praktijkbank inloggen met dit e-mailadres, in plaats van ${oldAddress}.\n\nOpen de pagina hieronder en bevestig het. Wij hebben ook een bericht gestuurd naar uw oude adres. Bevestig het daar ook: daarna verandert uw adres.\n\nDe link werkt één keer, twee dagen lang.`,
  }
}

/** To the mailbox that is left. */
export function oldAddressEmail(newAddress: string): Email {
  return {
    subject: 'Uw e-mailadres verandert',
    text: `Iemand wil het adres van uw account veranderen in ${newAddress}. Was u dat? Open dan de pagina hieronder en bevestig het. Bevestig het ook in het bericht aan uw nieuwe adres: daarna verandert uw adres.\n\nDe link werkt één keer, twee dagen lang.\n\nWas u het niet? Bevestig dan niets en kies meteen een nieuw wachtwoord.`,
  }
}

/** To an address that has an account of its own already. */
export function addressTakenEmail(): Email {
  return {
    subject: 'Dit e-mailadres heeft al een account',
    text: 'Iemand wil dit e-mailadres bij een ander account van de Praktijkbank gebruiken. Dat kan niet: het adres heeft zelf al een account.\n\nWas u dat? Log dan in met dit adres. Was u het niet? Dan hoeft u niets te doen.',
  }
}
