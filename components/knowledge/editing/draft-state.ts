import type { Locale } from '@/i18n/routing'
import type { EditingOptions } from '@/lib/knowledge/revisions/types'

/** What each part of the form needs to show a field with what was typed, stored or wrong. */
export interface DraftFormState {
  locale: Locale
  options: EditingOptions
  errors: (field: string) => string[]
  typed: (field: string) => string
  field: (name: string) => { name: string; label: string; errors: string[]; defaultValue: string }
  chosen: (field: string) => string[]
  /** Filled rows of a repeatable list. */
  rows: (list: 'steps' | 'results' | 'sources') => number
  /** Changes when the shown values change as a whole, so that choices are drawn anew. */
  round: number
}
