import { randomUUID } from 'node:crypto'
import type { FactorOwner } from '@/lib/people/accounts/types'
import { createAccount } from './account'
import { createAuthenticator } from './authenticator'
import { createTestDatabase } from './database'
import { signInSteps } from './sign-in'

export const SITE = 'https://praktijkbank.test'

/** A database, and one person at a time who signs in and sets factors up. */
export async function startFactorWorld() {
  const database = await createTestDatabase()
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    NEXTAUTH_SECRET: 'x'.repeat(40),
    NEXTAUTH_URL: SITE,
  })
  const { db } = await import('@/lib/base/db/db')
  const signInMutations = await import('@/lib/people/accounts/sign-in.mutations')
  const accounts = await import('@/lib/people/accounts/data')
  const { getTotpSetUp } = await import('@/lib/people/second-factor/data')
  const factors = await import('@/lib/people/second-factor/factors.mutations')
  const passkeys = await import('@/lib/people/second-factor/passkeys.mutations')
  const { codeAt } = await import('@/lib/people/second-factor/rules')
  const person = { email: '', userId: '', network: '' }
  const steps = signInSteps(db, { ...signInMutations, ...accounts }, () => person)

  return {
    db,
    factors,
    passkeys,
    person,
    ...steps,
    stop: async () => {
      await db.$disconnect()
      await database.drop()
    },
    begin: async () => Object.assign(person, await createAccount(db), { network: randomUUID() }),
    makeAdministrator: () =>
      db.platformRole.create({ data: { userId: person.userId, role: 'administrator' } }),
    owner: async (): Promise<FactorOwner> => {
      const { sessionId, stage } = await steps.signIn()
      if (stage === 'second_factor') throw new Error('has a factor')
      return { userId: person.userId, sessionId, stage, email: person.email }
    },
    /** Sets an app up; its codes of this moment count again. */
    setUpApp: async (who: FactorOwner) => {
      const { userId, email } = person
      await factors.startTotp(who)
      const secret = (await getTotpSetUp(who, email, new Date()))?.secret ?? ''
      const outcome = await factors.confirmTotp(who, codeAt(secret, new Date()))
      await db.totpSecret.update({ where: { userId }, data: { lastStep: 0 } })
      return { secret, outcome, codes: outcome.status === 'ok' ? (outcome.codes ?? []) : [] }
    },
    addKey: async (who: FactorOwner, made = createAuthenticator(SITE)) => {
      const options = await passkeys.startNewPasskey(who)
      const passkey = { name: 'Werklaptop', answer: made.make(options?.challenge ?? '') }
      return { made, outcome: await factors.savePasskey(who, passkey) }
    },
    mails: async () =>
      (
        await db.mail.findMany({
          where: { recipientId: person.userId },
          orderBy: { id: 'asc' },
          select: { kind: true, subject: true },
        })
      ).map(({ kind, subject }) => `${kind}: ${subject}`),
  }
}
