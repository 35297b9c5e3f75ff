import type { useTranslations } from 'next-intl'
import { sentenceKey } from '@/lib/site/record/rules'
import type { ObjectName, RecordEvent } from '@/lib/site/record/types'
import { isSettingKey } from '@/lib/base/settings/rules'
import type { AuditObject } from '@/lib/base/audit/types'

export interface Words {
  audit: ReturnType<typeof useTranslations<'audit'>>
  roles: ReturnType<typeof useTranslations<'accounts.roles'>>
}

/** An object by the name it has now; one that is gone is called so. */
export function objectWords(
  t: Words['audit'],
  type: AuditObject | null,
  name: ObjectName | null,
): string {
  if (type === null) return t('unknownObject')
  return name === null
    ? t(`gone.${type}`)
    : t(`object.${type}`, { name: name.name, number: name.number ?? 0 })
}

/** Whoever acted: a name, the application itself, or someone who left. */
export function actorWords(t: Words['audit'], { actorId, actor }: RecordEvent): string {
  return actor?.name ?? t(actorId === null ? 'system' : 'goneActor')
}

/** Settings are named by their group, other things by what they are called now. */
function whatWords(t: Words['audit'], event: RecordEvent): string {
  const { object, objectType, objectName } = event
  // An address that nobody has: signing in failed for no account at all.
  if (objectType === 'user' && object === null) return t('noAccount')
  if (objectType === 'setting' && object !== null && isSettingKey(object.id))
    return t(`setting.${object.id}`)
  return objectWords(t, objectType, objectName)
}

/** An event as a sentence; text, so that page and file say the same. */
export function eventSentence({ audit, roles }: Words, event: RecordEvent): string {
  const who = actorWords(audit, event)
  if (event.action === null) return audit('unknownAction', { who, action: event.storedAction })
  const values = {
    who,
    what: whatWords(audit, event),
    organisation: event.organisationName ?? audit('unknownOrganisation'),
    role: event.role !== null && roles.has(event.role as never) ? roles(event.role as never) : '-',
    year: String(event.year ?? ''),
    count: event.count,
    result: event.isRefused ? 'refused' : 'ok',
  }
  return audit(`sentence.${sentenceKey(event.action)}`, values)
}
