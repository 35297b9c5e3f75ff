import type { ReactNode } from 'react'
import { sentValues, typedValue, typedValues } from '@/components/base/forms/typed-values'
import type { Locale } from '@/i18n/routing'
import type { ActionResult, FormValues } from '@/lib/base/http/action-result'
import type { EditingOptions } from '@/lib/knowledge/revisions/types'

export interface DraftFormState {
  revisionId: string
  locale: Locale
  options: EditingOptions
  errors: (field: string) => string[]
  typed: (field: string) => string
  field: (name: string) => {
    name: string
    label: string
    errors: string[]
    defaultValue: string
    remark: ReactNode
  }
  chosen: (field: string) => string[]
  rows: (list: 'steps' | 'results' | 'sources') => number
  /** Changes when values come back, so that choices remount; not when the form saved itself. */
  round: number
}

const ROW = /^(steps|results|sources)\.(\d+)\./

function rowsOf(values: FormValues, list: string): number {
  return Math.max(
    0,
    ...Object.keys(values).flatMap((key) => {
      const [, name, index] = ROW.exec(key) ?? []
      return name === list && values[key] !== '' ? Number(index) + 1 : []
    }),
  )
}

export function draftState(
  result: ActionResult<unknown>,
  current: FormValues,
  {
    revisionId,
    locale,
    options,
    labels,
    errors,
    remark,
  }: Pick<DraftFormState, 'revisionId' | 'locale' | 'options' | 'errors'> & {
    labels: Readonly<Record<string, string>>
    /** What the moderator said of a field. */
    remark: (name: string) => ReactNode
  },
): DraftFormState {
  const sent = sentValues(result)
  const typed = (field: string) => typedValue(result, current, field)
  return {
    revisionId,
    locale,
    options,
    errors,
    typed,
    field: (name) => ({
      name,
      label: labels[name] ?? name,
      errors: errors(name),
      defaultValue: typed(name),
      remark: remark(name),
    }),
    chosen: (name) => typedValues(result, current, name),
    rows: (list) => rowsOf(sent ?? current, list),
    round: sent === undefined ? 0 : JSON.stringify(sent).length,
  }
}
