import { ENQUIRIES } from './enquiries.ts'
import { EXCHANGE } from './exchange.ts'
import { JUDGEMENT } from './judgement.ts'
import { KNOWLEDGE } from './knowledge.ts'
import { MONITOR } from './monitor.ts'
import { PEOPLE } from './people.ts'
import { SITE } from './site.ts'
import type { Row } from '../rows.ts'

export interface Call extends Row {
  file: string
  action: string
}

/** Each server action of the product with each of its targets. */
export const CALLS: readonly Call[] = [
  PEOPLE,
  KNOWLEDGE,
  JUDGEMENT,
  MONITOR,
  EXCHANGE,
  ENQUIRIES,
  SITE,
]
  .flatMap((rows) => Object.entries(rows))
  .flatMap(([file, actions]) =>
    Object.entries(actions).flatMap(([action, rows]) =>
      (Array.isArray(rows) ? (rows as readonly Row[]) : [rows as Row]).map((row) => ({
        file,
        action,
        ...row,
      })),
    ),
  )
