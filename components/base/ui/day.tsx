import { useFormatter } from 'next-intl'
import { noonOf, type CalendarDate } from '@/lib/base/text/calendar'

export function Day({ on }: { on: CalendarDate }) {
  const format = useFormatter()
  return (
    <time dateTime={on}>
      {format.dateTime(noonOf(on), { day: 'numeric', month: 'long', year: 'numeric' })}
    </time>
  )
}

export function DayOf({ at }: { at: Date }) {
  const format = useFormatter()
  return <time dateTime={at.toISOString()}>{format.dateTime(at, { dateStyle: 'long' })}</time>
}
