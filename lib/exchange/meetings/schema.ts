import { z } from 'zod'
import type { FormValues } from '@/lib/base/http/action-result'
import { optionalText, requiredText } from '@/lib/base/text/text'
import { dutchClock } from '@/lib/base/text/dutch-time'
import type { MeetingView } from './types'

const MAX = 4_000
const version = z.coerce.number().int().min(1).max(1_000_000)
const webAddress = z
  .string()
  .trim()
  .pipe(z.url({ protocol: /^https?$/, error: 'url' }).max(2_000, 'tooLong'))
const about = { meetingId: z.uuid() }

const content = {
  title: requiredText(160),
  text: requiredText(MAX),
  day: z.string(),
  from: z.string().max(20, 'time'),
  until: z.string().max(20, 'time'),
  place: optionalText(300),
  link: z.union([z.literal('').transform(() => null), webAddress], 'url').default(null),
  seats: z
    .string()
    .trim()
    .default('')
    .pipe(
      z.union(
        [
          z.literal('').transform(() => null),
          z
            .string()
            .regex(/^\d{1,5}$/, 'seats')
            .transform(Number)
            .pipe(z.int().min(1, 'seats').max(10_000, 'seats')),
        ],
        'seats',
      ),
    ),
  agenda: optionalText(MAX),
}
const somewhere = ({ place, link }: { place: string; link: string | null }) =>
  place !== '' || link !== null
const WHERE = { path: ['place'], error: 'meetingWhere' }

export const newMeetingSchema = z
  .strictObject({ organisationId: z.uuid('unknownChoice'), ...content })
  .refine(somewhere, WHERE)
export const meetingSchema = z
  .strictObject({ ...about, version, ...content })
  .refine(somewhere, WHERE)
export const meetingIdSchema = z.strictObject(about)
export const cancelSchema = z.strictObject({ ...about, version, reason: requiredText(1_000) })
export const materialSchema = z.strictObject({
  ...about,
  material: requiredText(160),
  url: z.union([z.literal('').transform(() => null), webAddress], 'url').default(null),
})
export const outcomeSchema = z.strictObject({ ...about, version, outcome: requiredText(MAX) })
export const creditSchema = z
  .strictObject({
    ...about,
    adoptionId: z
      .union([z.literal('').transform(() => null), z.uuid('unknownChoice')])
      .default(null),
    text: optionalText(500),
  })
  .refine(({ adoptionId, text }) => adoptionId !== null || text !== '', {
    path: ['text'],
    error: 'creditEmpty',
  })
export const partSchema = z.strictObject({ ...about, partId: z.uuid() })

export function meetingValues(meeting: MeetingView): FormValues {
  const [begin, end] = [
    dutchClock(new Date(meeting.startsAt)),
    dutchClock(new Date(meeting.endsAt)),
  ]
  return {
    title: meeting.title,
    text: meeting.text,
    day: begin.day,
    from: begin.time,
    until: end.time,
    place: meeting.place,
    link: meeting.link ?? '',
    seats: meeting.seats === null ? '' : String(meeting.seats),
    agenda: meeting.agenda.map(({ slug }) => slug).join('\n'),
  }
}
