import 'server-only'
import { db } from '@/lib/base/db/db'
import { SETTING_KEYS, toSettings } from './rules'
import type { SettingKey, Settings, StoredSetting } from './types'

/** All settings as stored, with defaults for the rest; not cached, for jobs and mutations. */
export async function readSettings(): Promise<Settings> {
  const rows = await db.setting.findMany({
    select: { key: true, value: true },
    orderBy: { key: 'asc' },
    take: SETTING_KEYS.length * 2,
  })
  return toSettings(new Map(rows.map(({ key, value }) => [key, value])))
}

/** When and by whom each group was saved; version 0 for one that never was. */
export async function listStoredSettings(): Promise<ReadonlyMap<SettingKey, StoredSetting>> {
  const rows = await db.setting.findMany({
    select: { key: true, version: true, updatedAt: true, updatedBy: { select: { name: true } } },
    orderBy: { key: 'asc' },
    take: SETTING_KEYS.length * 2,
  })
  return new Map(
    SETTING_KEYS.map((key) => {
      const row = rows.find((one) => one.key === key)
      return [
        key,
        {
          version: row?.version ?? 0,
          updatedAt: row?.updatedAt ?? null,
          updatedBy: row?.updatedBy?.name ?? null,
        },
      ]
    }),
  )
}

/** The logo with this hash, as WebP; null when it was replaced. */
export async function getLogo(hash: string): Promise<Uint8Array | null> {
  const row = await db.siteLogo.findUnique({ where: { hash }, select: { content: true } })
  return row?.content ?? null
}
