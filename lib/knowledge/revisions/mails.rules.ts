/**
 * What the mail says when a version is submitted, returned or published: what happened and what to
 * do. Source: docs/messages.md.
 */

interface Letter {
  subject: string
  text: string
}

/** To the moderators who may decide. */
export function submittedEmail(about: { title: string; organisation: string }): Letter {
  return {
    subject: `Ingediend: "${about.title}"`,
    text: `${about.organisation} diende "${about.title}" in. U komt van een andere organisatie en mag daarom beslissen.\n\nLees de tekst. Publiceer hem, of geef hem terug en schrijf erbij wat er moet veranderen.`,
  }
}

/** To the administrators, when nobody may decide. */
export function missingReviewerEmail(about: { title: string; organisation: string }): Letter {
  return {
    subject: `Niemand kan beslissen over "${about.title}"`,
    text: `${about.organisation} diende "${about.title}" in. Er is nu geen moderator van een andere organisatie en regio. Daarom blijft het liggen.\n\nNodig een moderator uit, of geef iemand van een andere organisatie en regio die rol.`,
  }
}

/** To the editors, with the reason; remarks about fields are read in the form. */
export function returnedEmail(about: { title: string; reason: string; remarks: number }): Letter {
  const remarks = about.remarks === 0 ? '' : '\n\nBij de velden zelf staan ook opmerkingen.'
  return {
    subject: `Terug van de redactie: "${about.title}"`,
    text: `De redactie vraagt om een aanpassing van "${about.title}".\n\n${about.reason}${remarks}\n\nPas de tekst aan en dien hem opnieuw in.`,
  }
}

/** To the editors. */
export function publishedEmail(title: string): Letter {
  return {
    subject: `Gepubliceerd: "${title}"`,
    text: `"${title}" is gepubliceerd. Iedereen kan het nu lezen.\n\nKijk of alles klopt. In de werkplek kunt u een beoordeling vragen en metingen toevoegen.`,
  }
}
