/**
 * A score of a closed round or a fact of the public version may be contested once per person. A
 * moderator of another region than the owner and the contester decides, who took no part in the
 * judgement. Upheld: a score gets a second look of its panel, the owner of a fact is asked for a
 * new version. While a round is open no score can be contested, and the words of contests of
 * scores are hidden, because they may tell one.
 * Source: docs/adr/0051-contests.md; docs/model.md, "Rating model".
 */
import type { ContestAbout, ContestState, ContestTarget } from './types'

const SCORE = 'score:'

/** The value of the choice in the form: "evidence", "results" or "score:vernieuwend". */
export const subjectKey = (about: ContestAbout, criterion: string | null): string =>
  about === 'score' ? `${SCORE}${criterion ?? ''}` : about

export interface Subject {
  about: ContestAbout
  criterion: { id: string; slug: string } | null
}

/** What can be contested now, the scores first; none of a score while a round is open. */
export function subjectsOf({ judged, hasOpenRound, hasResults }: ContestTarget): Subject[] {
  const scores = judged === null || hasOpenRound ? [] : judged.criteria
  return [
    ...scores.map((criterion): Subject => ({ about: 'score', criterion })),
    { about: 'evidence', criterion: null },
    ...(hasResults ? [{ about: 'results' as const, criterion: null }] : []),
  ]
}

/** The subject of a choice, or null when it cannot be contested now. */
export function subjectOf(target: ContestTarget, key: string): Subject | null {
  return (
    subjectsOf(target).find(
      ({ about, criterion }) => subjectKey(about, criterion?.slug ?? null) === key,
    ) ?? null
  )
}

/** Whether the words of a contest may be read now. */
export const showsWords = (about: ContestAbout, hasOpenRound: boolean): boolean =>
  about !== 'score' || !hasOpenRound

const DUTCH_OUTCOME: Readonly<Record<Exclude<ContestState, 'open' | 'withdrawn'>, string>> = {
  upheld: 'gegrond',
  rejected: 'ongegrond',
}

interface Letter {
  subject: string
  text: string
}

/** To those who may decide. */
export function madeEmail(title: string, reason: string): Letter {
  return {
    subject: `Betwisting bij "${title}": lees en beslis`,
    text: `Iemand betwist een score of een feit bij "${title}". De reden:\n\n${reason}\n\nU beslist, omdat uw regio er niets mee te maken heeft.`,
  }
}

/** To the owner. */
export function openedEmail(title: string, reason: string): Letter {
  return {
    subject: `Bij "${title}" wordt iets betwist`,
    text: `Iemand betwist een score of een feit bij uw initiatief "${title}". De reden:\n\n${reason}\n\nEen andere regio beslist. U hoeft nu niets te doen.`,
  }
}

/** To the owner and the contester. What happens next depends on what was contested. */
export function decidedEmail(input: {
  title: string
  about: ContestAbout
  state: 'upheld' | 'rejected'
  decision: string
}): Letter {
  const { title, about, state, decision } = input
  const next =
    state === 'rejected'
      ? 'Er verandert niets. De betwisting en het besluit blijven te lezen.'
      : about === 'score'
        ? 'Het panel is gevraagd opnieuw te kijken.'
        : 'De eigenaar is gevraagd een nieuwe versie te maken waarin dit klopt.'
  return {
    subject: `Betwisting bij "${title}": ${DUTCH_OUTCOME[state]}`,
    text: `Besluit: ${DUTCH_OUTCOME[state]}. De reden:\n\n${decision}\n\n${next}`,
  }
}
