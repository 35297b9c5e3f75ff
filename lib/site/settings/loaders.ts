import 'server-only'
import { notFound } from 'next/navigation'
import { env } from '@/lib/base/runtime/env'
import { requireActorPage } from '@/lib/people/accounts/loaders'
import { listStoredSettings, readSettings } from '@/lib/base/settings/data'
import { mailDomain } from '@/lib/base/settings/rules'
import { canChangeSettings } from './policy'

/** What an administrator may set, as it is now; not found for anyone else. */
export async function loadSettings(returnTo: string) {
  const actor = await requireActorPage(returnTo)
  if (!canChangeSettings(actor)) notFound()
  const [settings, stored] = await Promise.all([readSettings(), listStoredSettings()])
  return { settings, stored, mailDomain: mailDomain(env.MAIL_FROM), mailFrom: env.MAIL_FROM }
}
