/** Settings as a form shows them: everything is text, a ticked box is "on". */
import { SECOND_FACTOR_ROLES } from '@/lib/base/settings/schema'
import type { SettingKey, Settings } from '@/lib/base/settings/types'
import type { FormValues } from '@/lib/base/http/action-result'

const box = (on: boolean) => (on ? 'on' : '')

export function toFormValues(key: SettingKey, settings: Settings): FormValues {
  if (key === 'security')
    return Object.fromEntries(
      SECOND_FACTOR_ROLES.map((role) => [
        role,
        box(settings.security.secondFactorRoles.includes(role)),
      ]),
    )
  if (key === 'languages') return { english: box(settings.languages.english) }
  if (key === 'logo') return { alt: settings.logo.alt, remove: '' }
  return Object.fromEntries(
    Object.entries(settings[key]).map(([name, value]) => [name, String(value)]),
  )
}
