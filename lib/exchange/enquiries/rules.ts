/**
 * Someone without an account writes to whoever answers for an initiative, a region or this site.
 * The message waits until its writer pressed a button behind the link in their own mailbox, at most
 * two days: opening the page changes nothing, because mail scanners open links. It then goes to the
 * contact person, else to the editors and managers of the organisation, else to the administrators;
 * never to nobody. An answer can be replied to once, within thirty days.
 *
 * Source: docs/model.md, "Exchange"; docs/adr/0038.
 */
import { pagePath } from '@/i18n/translated-path'
import type {
  AnswerLine,
  DeliveredTo,
  EnquiryAbout,
  EnquiryKind,
  EnquiryState,
  EntryView,
} from './types'

const HOUR_MS = 60 * 60 * 1_000
const CONFIRM_HOURS = 48
export const REPLY_DAYS = 30
const MAX_REPLIES = 1
/** Enough to add something; more is a talk, which belongs elsewhere. */
export const MAX_ANSWERS = 5

/** When the link to confirm ends that is sent now. */
export const confirmEnd = (now: Date): Date => new Date(now.getTime() + CONFIRM_HOURS * HOUR_MS)

/** Whether the link to confirm still works. At the limit it has expired. */
export function confirmState(
  { state, expiresAt }: { state: EnquiryState; expiresAt: Date },
  now: Date,
): 'open' | 'done' | 'gone' {
  if (state !== 'pending') return 'done'
  return now < expiresAt ? 'open' : 'gone'
}

/** To whom a message goes. An organisation where nobody can answer is passed by. */
export function deliverTo({ person, writerIds }: AnswerLine): DeliveredTo {
  if (person) return 'person'
  return writerIds.length > 0 ? 'organisation' : 'administrators'
}

type Said = Pick<EntryView, 'fromOutside' | 'createdAt'>

const lastAnswer = (entries: readonly Said[]) => entries.findLast((one) => !one.fromOutside)

/** Until when the link in an answer shows the thread; null before there is an answer. */
export function threadEnd(entries: readonly Said[]): Date | null {
  const answer = lastAnswer(entries)
  return answer ? new Date(answer.createdAt.getTime() + REPLY_DAYS * 24 * HOUR_MS) : null
}

/** Whether the writer from outside may reply now: once, after an answer, within the period. */
export function mayReply(state: EnquiryState, entries: readonly Said[], now: Date): boolean {
  const end = threadEnd(entries)
  const replies = entries.filter((one) => one.fromOutside).length - 1
  return state === 'answered' && end !== null && now < end && replies < MAX_REPLIES
}

/** Whether another answer fits. */
export function mayAnswer(state: EnquiryState, entries: readonly Said[]): boolean {
  const answers = entries.filter((one) => !one.fromOutside).length
  return (state === 'waiting' || state === 'answered') && answers < MAX_ANSWERS
}

/** The page that a message is about, as a path. */
export function aboutPath({ kind, slug }: Pick<EnquiryAbout, 'kind' | 'slug'>): string {
  if (kind === 'site') return pagePath('/')
  return pagePath(kind === 'region' ? '/regions/[slug]' : '/initiatives/[slug]', { slug })
}

interface Email {
  subject: string
  text: string
}

const ofPage = ({ kind, title }: Pick<EnquiryAbout, 'kind' | 'title'>) =>
  kind === 'site' ? 'de Praktijkbank' : `“${title}”`

/** What it is, in our own words: nothing that a stranger typed. */
export const enquiryTitle = (
  kind: EnquiryKind,
  about: Pick<EnquiryAbout, 'kind' | 'title'>,
): string => `${kind === 'mistake' ? 'Fout gemeld bij' : 'Vraag over'} ${ofPage(about)}`

/** To the mailbox that was typed in; it may belong to someone else, so none of the text is in it. */
export function confirmEmail(about: Pick<EnquiryAbout, 'kind' | 'title'>): Email {
  return {
    subject: 'Verstuur uw bericht',
    text: `U schreef een bericht over ${ofPage(about)}. Open de pagina hieronder, lees het na en verstuur het met de knop. Pas dan komt het aan.\n\nDe link werkt twee dagen.\n\nSchreef u niets? Dan hoeft u niets te doen. Er wordt niets verstuurd en wij wissen het bericht.`,
  }
}

/** To whoever answers. What a stranger typed stands on the page, not in mail from this site. */
export function receivedEmail(title: string, kind: EnquiryKind): Email {
  const what =
    kind === 'mistake' ? 'Iemand meldt een fout op een pagina.' : 'Iemand stelt een vraag.'
  return {
    subject: title,
    text: `${what} Op de pagina hieronder leest u het bericht en antwoordt u. Uw e-mailadres blijft onbekend.`,
  }
}

export function repliedEmail(title: string): Email {
  return {
    subject: `Reactie: ${title}`,
    text: 'Iemand reageert op uw antwoord. Op de pagina hieronder leest u de reactie.',
  }
}

interface Answer {
  title: string
  /** The name of whoever answers and of their organisation, empty for the administrators. */
  author: string
  onBehalfOf: string
  text: string
}

export const signature = ({ author, onBehalfOf }: Pick<Answer, 'author' | 'onBehalfOf'>): string =>
  [author, onBehalfOf === '' ? 'beheer van de Praktijkbank' : onBehalfOf]
    .filter((part) => part !== '')
    .join(', ')

/** To the writer from outside. */
export function answeredEmail({ title, text, ...by }: Answer, canReply: boolean): Email {
  const next = canReply
    ? `Wilt u reageren? Dat kan één keer, op de pagina hieronder, binnen ${String(REPLY_DAYS)} dagen. Een antwoord op deze mail komt niet aan.`
    : 'Op de pagina hieronder leest u alles terug. Een antwoord op deze mail komt niet aan.'
  return {
    subject: `Antwoord: ${title}`,
    text: `${signature(by)} antwoordt:\n\n${text}\n\n${next}`,
  }
}

const OUTCOME = {
  corrected: 'Dank u wel: dit is verbeterd.',
  declined: 'Wij nemen uw melding niet over.',
} as const

/** The first line of an answer to a reported mistake. */
export const outcomeWords = (outcome: keyof typeof OUTCOME): string => OUTCOME[outcome]

/** To the writer from outside whose message was closed without an answer. */
export function closedEmail(title: string): Email {
  return {
    subject: `Gesloten: ${title}`,
    text: 'Uw bericht is gelezen en gesloten, zonder antwoord. Hebt u nog een vraag? Op de pagina hieronder kunt u opnieuw schrijven.',
  }
}
