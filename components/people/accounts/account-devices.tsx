import { getFormatter, getTranslations } from 'next-intl/server'
import { Button } from '@/components/base/ui/button'
import { signOutEverywhereAction } from '@/lib/people/accounts/actions'
import type { DeviceSession } from '@/lib/people/accounts/types'
import { DeviceList } from './device-list'

export async function AccountDevices({ sessions }: { sessions: readonly DeviceSession[] }) {
  const [t, format] = await Promise.all([
    getTranslations('accounts.account.devices'),
    getFormatter(),
  ])
  const moment = (date: Date) => format.dateTime(date, { dateStyle: 'long', timeStyle: 'short' })
  const devices = sessions.map(({ id, device, createdAt, lastSeenAt, isCurrent }) => {
    const name = device === '' ? t('unknown') : device
    const since = moment(createdAt)
    return {
      id,
      device: name,
      isCurrent,
      since: t('since', { since, seen: moment(lastSeenAt) }),
      which: t('revokeWhich', { device: name, since }),
    }
  })
  return (
    <>
      <DeviceList
        devices={devices}
        labels={{
          current: t('current'),
          revoke: t('revoke'),
          busy: t('busy'),
          revoked: t('revoked'),
        }}
      />
      <form action={signOutEverywhereAction} className="mt-6">
        <Button type="submit" variant="danger" aria-describedby="everywhere-hint">
          {t('everywhere')}
        </Button>
        <p id="everywhere-hint" className="mt-2 text-sm text-muted">
          {t('everywhereHint')}
        </p>
      </form>
    </>
  )
}
