/** The texts of an advice, by the name of the field, which is also its name in the address. */
export const TEXTS = ['titel', 'aan', 'inleiding', 'gevraagd'] as const

export const WORDS = {
  titel: 'name',
  aan: 'for',
  inleiding: 'opening',
  gevraagd: 'asked',
  knelpunt: 'chosen',
} as const
