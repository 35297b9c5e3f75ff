/**
 * Which kinds of mail people choose for together, and what they get who chose nothing. Mail about
 * something that waits on a person comes at once unless they choose otherwise; news and the
 * digest come only when asked for. docs/messages.md lists who hears of what.
 * Source: docs/model.md, "Exchange".
 */
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

export const GROUP_KINDS: Readonly<Record<MailGroup, readonly OptionalMailKind[]>> = {
  digest: ['digest'],
  initiatives: [
    'revision-returned',
    'revision-published',
    'confirmation-due',
    'suggestion-decided',
  ],
  following: ['followed-news'],
  judging: ['panel-invitation', 'panel-reminder', 'panel-closed', 'panel-vacancy', 'owner-reply'],
  reviewing: ['revision-submitted', 'report-made', 'suggestion-made'],
  policy: ['verdict-due', 'verdict-reading', 'reading-added'],
  exchange: [
    'adoption-question',
    'adoption-checkin',
    'question-asked',
    'question-answered',
    'contact-request',
    'enquiry-received',
    'call-due',
  ],
  meetings: ['meeting-reminder', 'meeting-changed'],
  access: ['access-requested'],
}

/** Never sent so far; the name stays, because a sent link may hold it. */
export const UNSENT_KINDS: readonly OptionalMailKind[] = []

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
