/** What a moderator types for an editor when giving a version back. */
import type { FormValues } from '@/lib/base/http/action-result'
import type { Remarks } from './types'

const PREFIX = 'remarks.'

/** The name of the field in which a remark about a field is typed. */
export const remarkName = (field: string) => `${PREFIX}${field}`

/** The remarks that were filled in, by the field they are about. */
export function typedRemarks(values: FormValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, text]) =>
      name.startsWith(PREFIX) && String(text).trim() !== ''
        ? [[name.slice(PREFIX.length), text]]
        : [],
    ),
  )
}

/** Whether something was typed that only goes along when the version is given back. */
export function hasWords({ reason, remarks }: { reason: string; remarks: Remarks }): boolean {
  return reason !== '' || Object.keys(remarks).length > 0
}
