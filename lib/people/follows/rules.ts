/**
 * Followers of a region, target group or goal hear of new initiatives in it and below it. Nobody
 * gets a message about their own act, and one event gives a person one message.
 * Source: docs/model.md, "Exchange".
 */
import { EVENT_KINDS, type EventKind } from './types'

export const MAX_FOLLOWS = 500
export const INBOX_PAGE = 30

export const isEventKind = (text: string): text is EventKind =>
  EVENT_KINDS.some((kind) => kind === text)

/** The inbox page in an address; anything else is the first. */
export function inboxPage(text: string | undefined): number {
  const page = /^\d{1,4}$/.test(text ?? '') ? Number(text) : 1
  return Math.max(1, page)
}
