import type { AuditAction, AuditObject } from '@/lib/base/audit/types'
import type { CalendarDate } from '@/lib/base/text/calendar'

export type ActionGroup =
  | 'initiatives'
  | 'judgement'
  | 'policy'
  | 'figures'
  | 'exchange'
  | 'people'
  | 'vocabularies'
  | 'access'
  | 'reading'
  | 'system'

export interface ObjectKey {
  type: AuditObject
  id: string
}

export interface RecordQuery {
  text: string
  personId: string | null
  object: ObjectKey | null
  group: ActionGroup | null
  from: CalendarDate
  until: CalendarDate
  /** False when the asked period was no period, and the default stands in for it. */
  isPeriodRight: boolean
}

/** Where a page begins: after this event, going back in time. */
export interface Cursor {
  at: Date
  id: string
}

export interface EventRow extends Cursor {
  actorId: string | null
  action: string
  objectType: string
  objectId: string | null
  result: string
  detail: Readonly<Record<string, unknown>>
}

export interface ObjectName {
  name: string
  /** Of a version or a round. */
  number: number | null
}

export interface Person {
  name: string
  organisations: string[]
}

/** What the words of an event need. */
export interface RecordEvent extends Cursor {
  action: AuditAction | null
  /** As stored, for a version that does not know it. */
  storedAction: string
  actorId: string | null
  /** Null when the account is gone, or nobody acted. */
  actor: Person | null
  object: ObjectKey | null
  objectType: AuditObject | null
  /** Null when it is gone. */
  objectName: ObjectName | null
  organisationName: string | null
  role: string | null
  year: number | null
  count: number
  isRefused: boolean
}
