/** The styles that texts name after a date or a time. Texts are read as ICU while building and bring no styles of their own. */
export const formats = {
  dateTime: {
    full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    long: { day: 'numeric', month: 'long', year: 'numeric' },
    month: { month: 'long', year: 'numeric' },
    short: { hour: 'numeric', minute: 'numeric' },
  },
} as const
