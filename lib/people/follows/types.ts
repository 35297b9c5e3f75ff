/** A new kind of subject also needs a finder in data.ts. */
export const SUBJECT_TYPES = [
  'initiative',
  'target_group',
  'region',
  'goal',
  'call',
  'obstacle',
  'collection',
] as const
export type SubjectType = (typeof SUBJECT_TYPES)[number]

export interface Subject {
  type: SubjectType
  id: string
}

export interface NamedSubject extends Subject {
  slug: string
  nameNl: string
  nameEn: string
}

/** Stored in messages, so names never change. */
export const EVENT_KINDS = [
  'initiative-published',
  'initiative-updated',
  'measurement-added',
  'assessment-submitted',
  'call-posted',
  'call-replied',
  'call-ended',
  'call-expired',
  'call-reported',
  'obstacle-raised',
  'obstacle-solved',
  'obstacle-reopened',
  'variant-linked',
  'join-asked',
  'join-answered',
  'collection-changed',
  'meeting-planned',
  'question-asked',
  'question-answered',
  'search-fresh',
  'invitation-accepted',
  'access-requested',
  'revision-submitted',
  'reviewer-missing',
  'revision-returned',
  'revision-published',
  'panel-asked',
  'panel-reminder',
  'panel-closed',
  'panel-replaced',
  'panel-short',
  'reply-added',
  'measurement-answered',
  'reconsider-asked',
  'reconsider-wanted',
  'contest-made',
  'contest-opened',
  'contest-decided',
  'adoption-asked',
  'adoption-answered',
  'adoption-checkin',
  'contact-received',
  'round-due',
  'verdict-signed',
  'reaction-added',
  'confirmation-due',
  'meeting-changed',
  'meeting-reminder',
  'question-reported',
  'enquiry-received',
  'enquiry-replied',
  'suggestion-made',
  'suggestion-accepted',
  'suggestion-refused',
  'initiatives-imported',
  'initiatives-brought',
  'initiative-closed',
  'initiative-reopened',
  'own-initiative-closed',
  'own-initiative-reopened',
  'initiative-merged-in',
  'correction-published',
  'correction-returned',
  'handover-asked',
  'handover-accepted',
  'handover-declined',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export interface InboxMessage {
  id: string
  kind: EventKind | null
  title: string
  path: string
  /** What someone wrote or decided; often empty. */
  note: string
  createdAt: Date
  readAt: Date | null
}
