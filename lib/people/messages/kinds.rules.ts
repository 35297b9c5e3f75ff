/**
 * Which mail belongs to an inbox item, and which kinds of mail people choose for together. Mail
 * about something that waits on a person comes at once unless they choose otherwise; news and the
 * digest come only when asked for. docs/messages.md lists who hears of what.
 * Source: docs/model.md, "Exchange".
 */
import type { EventKind } from '@/lib/people/follows/types'
import {
  MAIL_GROUPS,
  MAIL_MODES,
  OPTIONAL_MAIL_KINDS,
  type GroupWish,
  type MailGroup,
  type MailMode,
  type MailWishes,
  type OptionalMailKind,
} from './types'

/** Null for what never needs mail. */
export const MAIL_OF_EVENT: Readonly<Record<EventKind, OptionalMailKind | null>> = {
  'initiative-published': 'followed-news',
  'initiative-updated': 'followed-news',
  'measurement-added': 'followed-news',
  'assessment-submitted': 'followed-news',
  'call-posted': 'followed-news',
  'call-replied': 'followed-news',
  'call-ended': 'followed-news',
  'call-expired': 'call-due',
  'call-reported': 'report-made',
  'obstacle-raised': 'followed-news',
  'obstacle-solved': 'followed-news',
  'obstacle-reopened': 'followed-news',
  'variant-linked': 'followed-news',
  'join-asked': 'contact-request',
  'join-answered': 'contact-request',
  'collection-changed': 'followed-news',
  'meeting-planned': 'followed-news',
  'question-asked': 'question-asked',
  'question-answered': 'question-answered',
  'search-fresh': 'followed-news',
  'invitation-accepted': null,
  'access-requested': 'access-requested',
  'revision-submitted': 'revision-submitted',
  'reviewer-missing': 'revision-submitted',
  'revision-returned': 'revision-returned',
  'revision-published': 'revision-published',
  'panel-asked': 'panel-invitation',
  'panel-reminder': 'panel-reminder',
  'panel-closed': 'panel-closed',
  'panel-replaced': 'followed-news',
  'panel-short': 'panel-vacancy',
  'reply-added': 'owner-reply',
  'adoption-asked': 'adoption-question',
  'adoption-answered': 'question-answered',
  'adoption-checkin': 'adoption-checkin',
  'contact-received': 'contact-request',
  'verdict-signed': 'verdict-reading',
  'reaction-added': 'reading-added',
  'confirmation-due': 'confirmation-due',
  'meeting-changed': 'meeting-changed',
  'meeting-reminder': 'meeting-reminder',
  'question-reported': 'report-made',
}

export const GROUP_KINDS: Readonly<Record<MailGroup, readonly OptionalMailKind[]>> = {
  digest: ['digest'],
  initiatives: ['revision-returned', 'revision-published', 'confirmation-due'],
  following: ['followed-news'],
  judging: ['panel-invitation', 'panel-reminder', 'panel-closed', 'panel-vacancy', 'owner-reply'],
  reviewing: ['revision-submitted', 'report-made'],
  policy: ['verdict-reading', 'reading-added'],
  exchange: [
    'adoption-question',
    'adoption-checkin',
    'question-asked',
    'question-answered',
    'contact-request',
    'call-due',
  ],
  meetings: ['meeting-reminder', 'meeting-changed'],
  access: ['access-requested'],
}

/** Never sent so far; the name stays, because a sent link may hold it. */
export const UNSENT_KINDS: readonly OptionalMailKind[] = ['verdict-due']

const ASKED_FOR: readonly OptionalMailKind[] = ['digest', 'followed-news']

/** What someone gets of this kind who chose nothing. */
export const defaultMode = (kind: OptionalMailKind): MailMode =>
  ASKED_FOR.includes(kind) ? 'never' : 'now'

/** A reminder of tomorrow is too late in an overview of next week. */
const AT_ONCE_ONLY: readonly MailGroup[] = ['meetings']

/** What may be chosen for a group. The digest itself is weekly. */
export function modesOf(group: MailGroup): readonly MailMode[] {
  if (group === 'digest') return ['weekly', 'never']
  return AT_ONCE_ONLY.includes(group) ? ['now', 'never'] : MAIL_MODES
}

/** The one choice of a group, or mixed. */
export function groupWish(group: MailGroup, wishes: MailWishes): GroupWish {
  const modes = new Set(GROUP_KINDS[group].map((kind) => wishes[kind]))
  const [first] = modes
  return modes.size === 1 && first !== undefined ? first : 'mixed'
}

/** Each kind with its mode, given the own choices. */
export function wishes(choices: ReadonlyMap<string, MailMode>): MailWishes {
  return Object.fromEntries(
    OPTIONAL_MAIL_KINDS.map((kind) => [kind, choices.get(kind) ?? defaultMode(kind)]),
  ) as Record<OptionalMailKind, MailMode>
}

interface Reader {
  memberships: readonly { role: string }[]
  platformRoles: readonly string[]
}

const SHOWN_TO: Partial<Readonly<Record<MailGroup, readonly string[]>>> = {
  initiatives: ['editor', 'manager'],
  judging: ['assessor', 'editor', 'manager', 'moderator'],
  reviewing: ['moderator', 'administrator'],
  policy: ['member', 'assessor', 'editor', 'manager'],
  access: ['manager', 'administrator'],
}

/** The groups that can reach someone with these roles. */
export function groupsFor({ memberships, platformRoles }: Reader): MailGroup[] {
  const roles = [...memberships.map(({ role }) => role), ...platformRoles]
  return MAIL_GROUPS.filter((group) => SHOWN_TO[group]?.some((one) => roles.includes(one)) ?? true)
}
