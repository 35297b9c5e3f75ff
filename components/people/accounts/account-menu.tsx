import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/base/ui/button'
import { Link } from '@/i18n/navigation'
import { signOutAction } from '@/lib/people/accounts/actions'
import type { Actor } from '@/lib/people/accounts/types'
import { organisationsOf } from '@/lib/people/accounts/working-for.rules'
import { ActingFor } from './acting-for'

const LINK = 'inline-flex min-h-11 items-center text-ink'

export async function AccountMenu({ actor }: { actor: Actor | null }) {
  const t = await getTranslations('accounts.menu')
  if (!actor) {
    return (
      <Link href="/sign-in" className={LINK} prefetch={false}>
        {t('signIn')}
      </Link>
    )
  }
  return (
    <ul aria-label={t('label')} className="flex flex-wrap items-center gap-x-4">
      <li>
        <Link href="/workspace" className={`${LINK} font-semibold`}>
          {t('workspace')}
        </Link>
      </li>
      <li>
        <Link
          href="/workspace/account"
          className={LINK}
          aria-label={t('account', { name: actor.name })}
        >
          <span className="inline-block max-w-48 truncate lg:max-w-28 2xl:max-w-48">
            {actor.name}
          </span>
        </Link>
      </li>
      {organisationsOf(actor).length > 1 ? (
        <li>
          <ActingFor actor={actor} />
        </li>
      ) : null}
      <li>
        <form action={signOutAction}>
          <Button type="submit" variant="quiet" className="text-sm">
            {t('signOut')}
          </Button>
        </form>
      </li>
    </ul>
  )
}
