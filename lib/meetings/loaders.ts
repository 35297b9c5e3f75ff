import 'server-only'
import { unstable_cache } from 'next/cache'
import { notFound } from 'next/navigation'
import { loadReader, requireActorPage } from '@/lib/accounts/loaders'
import type { Actor } from '@/lib/accounts/types'
import { isSlug } from '@/lib/platform/text'
import { getMeetingBySlug, listCreditable, listHeld, listUpcoming } from './data'
import { canAddMaterial, canChange, canPlan, canSeePeople, canSignUp, canTell } from './policy'
import type { MeetingSummary } from './types'

const CACHE = { tags: ['meetings'], revalidate: 60 }

/** Meetings to come and meetings that were held, as everyone reads them. */
export const loadMeetings = unstable_cache(
  async (): Promise<{ upcoming: MeetingSummary[]; held: MeetingSummary[] }> => {
    const now = new Date()
    const [upcoming, held] = await Promise.all([listUpcoming(now), listHeld(now)])
    return { upcoming, held }
  },
  ['meetings'],
  CACHE,
)

const plansFor = (actor: Actor) =>
  [...new Map(actor.memberships.filter(({ organisationId }) => canPlan(actor, organisationId)).map((one) => [one.organisationId, { id: one.organisationId, name: one.organisationName }])).values()]

/** Whether this reader can plan a meeting, or could after signing in. */
export async function loadMeetingDesk(): Promise<{ signedIn: boolean; mayPlan: boolean }> {
  const reader = await loadReader()
  return { signedIn: reader !== null, mayPlan: reader !== null && plansFor(reader).length > 0 }
}

/** A meeting with what this reader may see and do. Names and the link stay out of what others get. */
export async function loadMeeting(slug: string) {
  const [meeting, reader] = await Promise.all([isSlug(slug) ? getMeetingBySlug(slug) : null, loadReader()])
  if (!meeting) notFound()
  const now = new Date()
  const seesPeople = canSeePeople(reader, meeting)
  const { people, link, ...open } = meeting
  return {
    meeting: open, people: seesPeople ? people.map(({ name, organisation }) => ({ name, organisation })) : null, link: seesPeople ? link : null,
    signedIn: reader !== null, comes: reader !== null && people.some(({ userId }) => userId === reader.userId), maySignUp: canSignUp(reader, meeting, now),
    mayManage: canChange(reader, meeting, now) || canTell(reader, meeting, now) || canAddMaterial(reader, meeting), isPast: new Date(meeting.endsAt) <= now, isOpen: meeting.cancelReason === null && new Date(meeting.startsAt) > now,
  }
}

/** The organisations for which this person can plan; not found when there are none. */
export async function loadPlanners(returnTo: string): Promise<{ id: string; name: string }[]> {
  const organisations = plansFor(await requireActorPage(returnTo))
  if (organisations.length === 0) notFound()
  return organisations
}

/** A meeting for its organiser; not found for anyone else. */
export async function loadMeetingWork(slug: string, returnTo: string) {
  const actor = await requireActorPage(returnTo)
  const meeting = isSlug(slug) ? await getMeetingBySlug(slug) : null
  if (!meeting || !canPlan(actor, meeting.organisationId)) notFound()
  const now = new Date()
  const mayTell = canTell(actor, meeting, now)
  return { meeting, mayChange: canChange(actor, meeting, now), mayAdd: canAddMaterial(actor, meeting), mayTell, creditable: mayTell ? await listCreditable(meeting.id) : [] }
}
