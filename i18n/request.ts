import { hasLocale } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import { getSettings } from '@/lib/base/settings/loaders'
import { nameMessages } from '@/lib/base/settings/rules'
import { messages } from '@/messages'
import { formats } from './formats'
import { routing, type Locale } from './routing'

let named: { name: string; locale: Locale; messages: (typeof messages)[Locale] } | undefined

/** All messages with the name of this installation; kept for the last language and name. */
function namedMessages(locale: Locale, name: string) {
  if (name === '') return messages[locale]
  if (named?.name !== name || named.locale !== locale)
    named = { name, locale, messages: nameMessages(messages[locale], name) }
  return named.messages
}

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale
  const { name } = (await getSettings()).identity
  return { locale, messages: namedMessages(locale, name), formats, timeZone: 'Europe/Amsterdam' }
})
