import 'server-only'
import { createHash } from 'node:crypto'
import { saveAuditEvent } from '@/lib/base/audit/mutations'
import { db, type Transaction } from '@/lib/base/db/db'
import type { Setting, SettingKey } from './types'

export interface SettingChange<Key extends SettingKey> {
  key: Key
  value: Setting<Key>
  /** What the writer saw; 0 for a group that was never saved. */
  version: number
  actorId: string
}

async function write<Key extends SettingKey>(
  tx: Transaction,
  { key, value, version, actorId }: SettingChange<Key>,
): Promise<boolean> {
  const count =
    version === 0
      ? await tx.$executeRaw`
          INSERT INTO setting (key, value, updated_by_id)
          VALUES (${key}, ${JSON.stringify(value)}::jsonb, ${actorId}::uuid)
          ON CONFLICT DO NOTHING`
      : await tx.$executeRaw`
          UPDATE setting
          SET value = ${JSON.stringify(value)}::jsonb, version = version + 1, updated_at = now(),
            updated_by_id = ${actorId}::uuid
          WHERE key = ${key} AND version = ${version}`
  if (count === 0) return false
  await saveAuditEvent(tx, {
    actorId,
    action: 'settings.save',
    objectType: 'setting',
    objectId: key,
    detail: { version: version + 1 },
  })
  return true
}

/** Saves one group. 'conflict' when someone else saved it first. */
export async function saveSetting<Key extends SettingKey>(
  change: SettingChange<Key>,
): Promise<'ok' | 'conflict'> {
  return db.$transaction(async (tx) => ((await write(tx, change)) ? 'ok' : 'conflict'))
}

const MAX_WIDTH = 600
const MAX_HEIGHT = 160
/** A picture of more points than this is refused before it is unpacked. */
const MAX_PIXELS = 24_000_000

/**
 * Encodes a picture again as WebP of at most 600 by 160, without what else it carried. Null when it
 * is no PNG or JPEG, or cannot be read.
 */
export async function encodeLogo(content: Uint8Array) {
  const { default: sharp } = await import('sharp')
  try {
    const picture = sharp(content, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    const { format } = await picture.metadata()
    if (format !== 'png' && format !== 'jpeg') return null
    const { data, info } = await picture
      .rotate()
      .resize({ width: MAX_WIDTH, height: MAX_HEIGHT, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 90 })
      .toBuffer({ resolveWithObject: true })
    return {
      content: new Uint8Array(data),
      hash: createHash('sha256').update(data).digest('hex'),
      width: info.width,
      height: info.height,
    }
  } catch {
    return null
  }
}

/** Replaces the logo; null takes it away. 'conflict' when someone else saved it first. */
export async function saveLogo(
  change: Omit<SettingChange<'logo'>, 'key' | 'value'> & { alt: string },
  logo: Awaited<ReturnType<typeof encodeLogo>>,
): Promise<'ok' | 'conflict'> {
  const { alt, ...rest } = change
  const { hash, width, height } = logo ?? { hash: '', width: 0, height: 0 }
  return db.$transaction(async (tx) => {
    if (!(await write(tx, { ...rest, key: 'logo', value: { alt, hash, width, height } })))
      return 'conflict'
    await tx.siteLogo.deleteMany({ where: { hash: { not: hash } } })
    if (logo)
      await tx.siteLogo.createMany({
        data: [{ hash, content: new Uint8Array(logo.content) }],
        skipDuplicates: true,
      })
    return 'ok'
  })
}
