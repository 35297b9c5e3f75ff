/**
 * Contact. Who is signed in writes by form to the named contact person of an initiative, who consented to that. The address of the
 * contact person stays here; the name, organisation and address of the sender go along, so that the answer goes straight to them and
 * not through this site. Only people with an account write: their address is known to be theirs, and a form that mails anyone's
 * confirmation to any address typed in would itself be a way to send spam.
 *
 * Source: issue "exchange" ("contact request by form to a named person whose e-mail address is never on a page"); docs/adr/0017.
 */

/** What the contact person reads. The words of the sender stand apart, so that nobody takes them for ours. */
export function contactLetter(about: { title: string; contact: string; sender: string; organisation: string | null; message: string }): { subject: string; text: string } {
  const { title, contact, sender, organisation, message } = about
  const who = organisation === null ? sender : `${sender} van ${organisation}`
  return {
    subject: `Bericht over "${title}"`,
    text: `Beste ${contact},\n\n${who} schrijft u over "${title}":\n\n${message}\n\nBeantwoord deze mail: uw antwoord gaat naar ${sender}. Is het klaar? Dan kunt u dat op de pagina hieronder laten weten.`,
  }
}
