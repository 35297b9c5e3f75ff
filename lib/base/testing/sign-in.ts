import type * as Data from '@/lib/people/accounts/data'
import type { KnownDevice } from '@/lib/people/accounts/rules'
import type * as SignIn from '@/lib/people/accounts/sign-in.mutations'
import type { db } from '@/lib/base/db/db'
import { PASSWORD } from './account'

type Modules = Pick<typeof SignIn, 'authenticate'> & Pick<typeof Data, 'getSession'>

export function signInSteps(
  client: typeof db,
  { authenticate, getSession }: Modules,
  account: () => { email: string; userId: string; network: string },
) {
  const attempt = (
    changes: Partial<{
      email: string
      password: string
      network: string
      knownDevices: KnownDevice[]
    }> = {},
  ) => {
    const { email, network } = account()
    return authenticate({
      email,
      password: PASSWORD,
      network,
      device: 'Firefox, Linux',
      ...changes,
    })
  }
  return {
    attempt,
    signIn: async () => {
      const outcome = await attempt()
      if (outcome.status !== 'ok') throw new Error(outcome.status)
      return outcome
    },
    session: (sessionId: string, now = new Date()) => getSession(sessionId, account().userId, now),
    save: (data: { passwordHash?: string | null; disabledAt?: Date }) =>
      client.user.update({ where: { id: account().userId }, data }),
    lastAudit: (action: string) =>
      client.auditEvent.findFirst({ where: { action }, orderBy: { id: 'desc' } }),
  }
}
