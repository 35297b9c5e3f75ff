import 'server-only'
import { randomUUID } from 'node:crypto'
import { createTranslator } from 'use-intl/core'
import { formats } from '@/i18n/formats'
import { pagePath } from '@/i18n/translated-path'
import type { Transaction } from '@/lib/base/db/db'
import { queueMail } from '@/lib/people/messages/mutations'
import { messages } from '@/messages'

/** What a person is told about their second factor. */
export type FactorNews =
  | { about: 'added' | 'removed' | 'replaced'; factor: string }
  | { about: 'codesRenewed' | 'resetAsked' | 'resetDone' }
  | { about: 'codeUsed'; left: number }

const t = createTranslator({
  locale: 'nl',
  messages: messages.nl,
  namespace: 'secondFactor.mail',
  formats,
  timeZone: 'Europe/Amsterdam',
})

/** Names the app, or a passkey by the name that its owner gave it. */
export const factorName = (passkey?: string): string =>
  passkey === undefined ? t('app') : t('passkey', { name: passkey })

/** Tells the person by a mail that cannot be refused, in the transaction of the change. */
export async function tellOwner(tx: Transaction, userId: string, news: FactorNews): Promise<void> {
  const factor = 'factor' in news ? news.factor : ''
  const left = 'left' in news ? news.left : 0
  await queueMail(tx, {
    recipientId: userId,
    kind: 'account-security',
    key: randomUUID(),
    subject: t(`${news.about}.subject`),
    text: t(`${news.about}.text`, { factor, left }),
    path: pagePath(news.about === 'resetDone' ? '/sign-in' : '/workspace/account'),
  })
}
