import { messages } from '@/messages'
import type { EventKind } from './types'

/** Mail about an inbox item without words of its own, in Dutch. */
export function newsWords(kind: EventKind, title: string): { subject: string; text: string } {
  return {
    subject: `${messages.nl.follows.inbox.event[kind]}: ${title}`,
    text: messages.nl.messages.mail.news,
  }
}
