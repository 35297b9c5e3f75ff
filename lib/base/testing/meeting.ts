import type * as Data from '@/lib/exchange/meetings/data'
import type * as Mutations from '@/lib/exchange/meetings/mutations'
import type { db } from '@/lib/base/db/db'
import { demoAccount } from './demo-account'

const HOUR = 3_600_000

type Modules = Pick<typeof Data, 'findAgenda' | 'getMeetingBySlug'> &
  Pick<typeof Mutations, 'saveMeeting'>

export async function arrangeMeetings(
  client: typeof db,
  { findAgenda, getMeetingBySlug, saveMeeting }: Modules,
) {
  const planner = await demoAccount(client, 'redacteur.overijssel@voorbeeld.nl')
  const actorId = planner.id
  const organisationId = planner.organisation.id
  const agenda = (await findAgenda(['rangeerterrein', 'switch-naar-techniek'])).flatMap(
    (id) => id ?? [],
  )
  const startsAt = new Date(Date.now() + 24 * 20 * HOUR)
  const content: Mutations.MeetingContent = {
    title: 'Kijken bij het spoor',
    text: 'Wij lopen mee.',
    startsAt,
    endsAt: new Date(startsAt.getTime() + 2 * HOUR),
    place: 'Tilburg',
    link: null,
    seats: 2,
    agenda,
  }
  return {
    actorId,
    organisationId,
    content,
    plan: async (change: Partial<Mutations.MeetingContent> = {}) => {
      const meeting = await getMeetingBySlug(
        await saveMeeting({ organisationId, content: { ...content, ...change }, actorId }),
      )
      if (!meeting) throw new Error('the meeting is not there')
      return meeting
    },
    hold: (id: string) =>
      client.meeting.update({
        where: { id },
        data: { startsAt: new Date(Date.now() - 3 * HOUR), endsAt: new Date(Date.now() - HOUR) },
      }),
  }
}

export async function clearMeetings(client: typeof db): Promise<void> {
  await client.meeting.deleteMany()
  await client.adoption.deleteMany()
  await client.mail.deleteMany()
  await client.notification.deleteMany()
  await client.follow.deleteMany()
}
