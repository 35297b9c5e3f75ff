/**
 * Who scored whether an initiative is proven or effective looks again when something was measured
 * after that. Source: docs/model.md, "Rating model", rule 6.
 */

/** The criteria that a measurement bears on. */
export const MEASURED_CRITERIA = ['meetbaar-bewezen', 'doelmatig'] as const

/** To an assessor, in Dutch. */
export function askedEmail(title: string): { subject: string; text: string } {
  return {
    subject: `Nieuwe meting: wilt u opnieuw kijken naar "${title}"?`,
    text: `U beoordeelde of "${title}" meetbaar bewezen of doelmatig is. Daarna is er een nieuwe meting bij gekomen. Kijk of uw oordeel nog klopt, en laat het weten. Dat kost een paar minuten.`,
  }
}

/** To the owner, when an assessor wants to judge anew. */
export function wantedEmail(title: string): { subject: string; text: string } {
  return {
    subject: `Een beoordelaar wil opnieuw oordelen over "${title}"`,
    text: `Na een nieuwe meting wil een beoordelaar van "${title}" opnieuw oordelen. U kunt een nieuwe ronde vragen.`,
  }
}
