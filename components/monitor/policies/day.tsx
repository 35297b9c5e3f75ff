import { useFormatter } from 'next-intl'
import { noonOf, type CalendarDate } from '@/lib/base/text/calendar'

/** A day in words, readable for machines as well. */
export function Day({ on }: { on: CalendarDate }) {
  const format = useFormatter()
  return (
    <time dateTime={on}>
      {format.dateTime(noonOf(on), { day: 'numeric', month: 'long', year: 'numeric' })}
    </time>
  )
}
