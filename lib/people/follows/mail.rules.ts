/**
 * Which mail belongs to an inbox item. docs/messages.md lists who hears of what.
 * Source: docs/model.md, "Exchange".
 */
import type { OptionalMailKind } from '@/lib/people/messages/types'
import { messages } from '@/messages'
import type { EventKind } from './types'

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
  'measurement-answered': 'followed-news',
  'reconsider-asked': 'panel-invitation',
  'reconsider-wanted': 'panel-closed',
  'contest-made': 'report-made',
  'contest-opened': 'question-asked',
  'contest-decided': 'question-answered',
  'adoption-asked': 'adoption-question',
  'adoption-answered': 'question-answered',
  'adoption-checkin': 'adoption-checkin',
  'contact-received': 'contact-request',
  'round-due': 'verdict-due',
  'verdict-signed': 'verdict-reading',
  'reaction-added': 'reading-added',
  'confirmation-due': 'confirmation-due',
  'meeting-changed': 'meeting-changed',
  'meeting-reminder': 'meeting-reminder',
  'question-reported': 'report-made',
  'enquiry-received': 'enquiry-received',
  'enquiry-replied': 'enquiry-received',
  'suggestion-made': 'suggestion-made',
  'suggestion-accepted': 'suggestion-decided',
  'suggestion-refused': 'suggestion-decided',
  'initiatives-imported': null,
  'initiatives-brought': null,
  'initiative-closed': 'followed-news',
  'initiative-reopened': 'followed-news',
  'own-initiative-closed': 'revision-returned',
  'own-initiative-reopened': 'revision-published',
  'initiative-merged-in': 'revision-published',
  'correction-published': null,
  'correction-returned': 'revision-returned',
  'handover-asked': 'contact-request',
  'handover-accepted': 'contact-request',
  'handover-declined': 'contact-request',
}

/** Mail about an inbox item without words of its own, in Dutch. */
export function newsWords(kind: EventKind, title: string): { subject: string; text: string } {
  return {
    subject: `${messages.nl.follows.inbox.event[kind]}: ${title}`,
    text: messages.nl.messages.mail.news,
  }
}
