/**
 * Whoever has no account asks for access with name, organisation, role and reason. The organisation's
 * managers decide, or the administrators when it has none or is not in the list. Accepting sends an
 * invitation, so that the mailbox is proven before anything opens; refusing sends the reason. Asking
 * twice keeps one request. The form answers the same for every address.
 *
 * Source: docs/model.md, "Who uses it"; docs/quality.md, "Sign-in and session".
 */
export const REQUESTS_PER_DAY = 5

/** To the person whose request is refused. */
export function refusedEmail(reason: string): { subject: string; text: string } {
  return {
    subject: 'Uw aanvraag voor toegang tot de Praktijkbank',
    text: `U vroeg om een account. Dat krijgt u nu niet. De reden:\n\n${reason}\n\nLezen kan altijd, zonder account.`,
  }
}

/** To whoever decides. What a stranger typed stands on the page, not in mail from this site. */
export function requestedEmail(): { subject: string; text: string } {
  return {
    subject: 'Iemand vraagt toegang tot uw organisatie',
    text: 'Iemand wil meedoen. Op de pagina hieronder leest u wie en waarom. U kunt de aanvraag aannemen of weigeren.\n\nNeemt u haar aan, dan krijgt deze persoon een uitnodiging.',
  }
}
