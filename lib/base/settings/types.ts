import type { z } from 'zod'
import type { SETTING_SCHEMAS } from './schema'

export type SettingKey = keyof typeof SETTING_SCHEMAS
export type Setting<Key extends SettingKey> = z.infer<(typeof SETTING_SCHEMAS)[Key]>
export type Settings = { [Key in SettingKey]: Setting<Key> }

/** Which role on the platform or in an organisation. */
export type SecondFactorRole = Setting<'security'>['secondFactorRoles'][number]

export interface StoredSetting {
  version: number
  updatedAt: Date | null
  updatedBy: string | null
}
