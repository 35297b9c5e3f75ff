/**
 * Followers of a region or target group get messages about new initiatives in it and below it;
 * followers of a goal about new initiatives that serve it; followers of an initiative about each
 * version, measurement and assessment; followers of an obstacle about each step. Nobody gets a
 * message about their own act, and one event gives a person one message.
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
