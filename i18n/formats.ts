/** Formats named in messages, which are compiled ahead without formats of their own. */
export const formats = {
  dateTime: {
    full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    long: { day: 'numeric', month: 'long', year: 'numeric' },
    month: { month: 'long', year: 'numeric' },
    short: { hour: 'numeric', minute: 'numeric' },
  },
} as const
