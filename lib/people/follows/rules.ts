/**
 * Following. Someone who follows a region or target group hears of new initiatives in it and in everything below it; someone who
 * follows a goal, of new initiatives that serve it; someone who follows an initiative, of each new version, measurement and
 * assessment; someone who follows an obstacle, of each step. Nobody hears of what they did themselves. Of one event a person gets one message, however many follows lead to it.
 *
 * Source: PRODUCT.md, Exchange ("Following a target group, region, goal or initiative").
 */
import { EVENT_KINDS, type EventKind } from './types'

export const MAX_FOLLOWS = 500
export const INBOX_PAGE = 30

export const isEventKind = (text: string): text is EventKind =>
  EVENT_KINDS.some((kind) => kind === text)

/** The page of the inbox that an address asks for; anything that is no page is the first. */
export function inboxPage(text: string | undefined): number {
  const page = /^\d{1,4}$/.test(text ?? '') ? Number(text) : 1
  return Math.max(1, page)
}
