import 'server-only'
import { cache } from 'react'
import { cached } from '@/lib/base/cache/cached'
import { isDatabaseUnavailable } from '@/lib/base/runtime/errors'
import { log } from '@/lib/base/runtime/log'
import { readSettings } from './data'
import { toSettings } from './rules'
import type { Settings } from './types'

const readCached = cached('settings', readSettings)

/** The settings of this installation; with the database down their defaults, so that pages show. */
export const getSettings = cache(async (): Promise<Settings> => {
  try {
    return await readCached()
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
    log.error({ err: error }, 'database unavailable')
    return toSettings(new Map())
  }
})
