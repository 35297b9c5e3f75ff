import 'server-only'
import { cache } from 'react'
import { FILE_TYPES, fileResponse } from '@/lib/base/http/file-response'
import { calendarFile, type CalendarEvent } from '@/lib/base/files/calendar-file'
import { notFound } from 'next/navigation'
import { loadReader, requireActorPage } from '@/lib/people/accounts/loaders'
import { organisationsWhere } from '@/lib/people/accounts/working-for.rules'
import type { Actor } from '@/lib/people/accounts/types'
import { origin } from '@/lib/base/runtime/env'
import { cached } from '@/lib/base/cache/cached'
import { isSlug } from '@/lib/base/text/text'
import { getMeetingBySlug, listCreditable, listHeld, listUpcoming } from './data'
import {
  canAddMaterial,
  canChange,
  canPlan,
  canSeePeople,
  canSignUp,
  canReportOutcome,
} from './policy'

import type { MeetingSummary } from './types'

export const loadMeetings = cached(
  'meetings',
  async (): Promise<{ upcoming: MeetingSummary[]; held: MeetingSummary[] }> => {
    const now = new Date()
    const [upcoming, held] = await Promise.all([listUpcoming(now), listHeld(now)])
    return { upcoming, held }
  },
)

const plansFor = (actor: Actor) => organisationsWhere(actor, (id) => canPlan(actor, id))

export async function loadPlanningRight(): Promise<{ signedIn: boolean; mayPlan: boolean }> {
  const reader = await loadReader()
  return { signedIn: reader !== null, mayPlan: reader !== null && plansFor(reader).length > 0 }
}

/** Names and the link are removed for everyone who may not see them. */
export const loadMeeting = cache(async (slug: string) => {
  const [meeting, reader] = await Promise.all([
    isSlug(slug) ? getMeetingBySlug(slug) : null,
    loadReader(),
  ])
  if (!meeting) notFound()
  const now = new Date()
  const seesPeople = canSeePeople(reader, meeting)
  const { people, link, ...open } = meeting
  return {
    meeting: open,
    people: seesPeople ? people.map(({ name, organisation }) => ({ name, organisation })) : null,
    link: seesPeople ? link : null,
    signedIn: reader !== null,
    comes: reader !== null && people.some(({ userId }) => userId === reader.userId),
    maySignUp: canSignUp(reader, meeting, now),
    mayManage:
      canChange(reader, meeting, now) ||
      canReportOutcome(reader, meeting, now) ||
      canAddMaterial(reader, meeting),
    isPast: new Date(meeting.endsAt) <= now,
    isOpen: meeting.cancelReason === null && new Date(meeting.startsAt) > now,
  }
})

export async function loadPlanners(returnTo: string): Promise<{ id: string; name: string }[]> {
  const organisations = plansFor(await requireActorPage(returnTo))
  if (organisations.length === 0) notFound()
  return organisations
}

export const loadMeetingWork = cache(async (slug: string, returnTo: string) => {
  const actor = await requireActorPage(returnTo)
  const meeting = isSlug(slug) ? await getMeetingBySlug(slug) : null
  if (!meeting || !canPlan(actor, meeting.organisationId)) notFound()
  const now = new Date()
  const mayReportOutcome = canReportOutcome(actor, meeting, now)
  return {
    meeting,
    mayChange: canChange(actor, meeting, now),
    mayAdd: canAddMaterial(actor, meeting),
    mayReportOutcome,
    creditable: mayReportOutcome ? await listCreditable(meeting.id) : [],
  }
})

const toEvent = ({
  id,
  slug,
  title,
  text,
  place,
  startsAt,
  endsAt,
  updatedAt,
  sequence,
  cancelReason,
}: MeetingSummary): CalendarEvent => ({
  id,
  title,
  text,
  place,
  startsAt,
  endsAt,
  updatedAt,
  sequence,
  cancelled: cancelReason !== null,
  url: `${origin}/bijeenkomsten/${slug}`,
})

/** A cancelled meeting stays in the file, so that calendars remove it. */
export async function meetingCalendar(slug: string): Promise<Response> {
  const meeting = isSlug(slug) ? await getMeetingBySlug(slug) : null
  if (!meeting) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  return fileResponse(calendarFile([toEvent(meeting)], meeting.title), 'ics', meeting.slug)
}

/** Cancelled meetings stay in until their day, so that calendars notice. */
export async function upcomingCalendar(name: string): Promise<Response> {
  return new Response(calendarFile((await listUpcoming(new Date())).map(toEvent), name), {
    headers: { 'content-type': FILE_TYPES.ics, 'cache-control': 'no-store' },
  })
}
