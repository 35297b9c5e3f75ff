/** Mail about a suggestion, in Dutch; the answer of an administrator stands in it as typed. */
import type { ManagedVocabulary } from '@/lib/site/vocabularies/types'

const A_WORD: Readonly<Record<ManagedVocabulary, string>> = {
  target_group: 'doelgroep',
  sector: 'sector',
  instrument: 'instrument',
  societal_challenge: 'maatschappelijke opgave',
  outcome: 'uitkomst',
}

interface Asked {
  vocabulary: ManagedVocabulary
  name: string
}

export const madeMail = ({ vocabulary, name }: Asked) => ({
  subject: `Voorstel voor een ${A_WORD[vocabulary]}: ${name}`,
  text: `Iemand mist een ${A_WORD[vocabulary]}: “${name}”.\n\nVoeg de term toe, kies een bestaande term, of weiger het voorstel met een reden.`,
})

/** `isTagged`: the draft that asked for it has it now. */
export function acceptedMail(
  { vocabulary, name }: Asked,
  { term, isTagged }: { term: string; isTagged: boolean },
) {
  const what =
    term === name
      ? `“${name}” staat nu in de lijst: ${A_WORD[vocabulary]}.`
      : `“${name}” hoort bij “${term}”. Die ${A_WORD[vocabulary]} staat al in de lijst, en wordt nu ook onder uw woord gevonden.`
  return {
    subject: `Uw voorstel is overgenomen: ${name}`,
    text: isTagged ? `${what}\n\nWij hebben “${term}” bij uw concept gezet.` : what,
  }
}

export const refusedMail = ({ name }: Asked, answer: string) => ({
  subject: `Uw voorstel is niet overgenomen: ${name}`,
  text: `“${name}” komt niet in de lijst.\n\n${answer}`,
})
