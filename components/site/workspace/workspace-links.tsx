import { getTranslations } from 'next-intl/server'
import { Link } from '@/i18n/navigation'
import type { Actor } from '@/lib/people/accounts/types'
import { canEditCollection } from '@/lib/knowledge/collections/policy'
import { canImportSomewhere } from '@/lib/knowledge/initiative-imports/policy'
import { loadUnread } from '@/lib/people/follows/loaders'
import { canAdminister, hasRight, isAdministrator, isModerator } from '@/lib/people/accounts/policy'

const LINK = 'inline-flex min-h-11 items-center'

export async function WorkspaceLinks({ actor }: { actor: Actor }) {
  const [t, unread] = await Promise.all([getTranslations('workspace.links'), loadUnread(actor)])
  return (
    <ul aria-label={t('label')} className="mt-6 flex flex-wrap gap-x-8">
      <li>
        <Link href="/workspace/messages" className={LINK}>
          {t('inbox', { count: unread })}
        </Link>
      </li>
      {actor.memberships.length > 0 ? (
        <li>
          <Link href="/workspace/adoptions" className={LINK}>
            {t('adoptions')}
          </Link>
        </li>
      ) : null}
      {canImportSomewhere(actor) ? (
        <li>
          <Link href="/workspace/initiatives/import" className={LINK}>
            {t('import')}
          </Link>
        </li>
      ) : null}
      {actor.memberships.some((one) => canEditCollection(actor, one)) ? (
        <li>
          <Link href="/workspace/collections" className={LINK}>
            {t('collections')}
          </Link>
        </li>
      ) : null}
      {isAdministrator(actor) ||
      actor.memberships.some((one) => hasRight(actor, 'initiative.write', one)) ? (
        <li>
          <Link href="/workspace/enquiries" className={LINK}>
            {t('enquiries')}
          </Link>
        </li>
      ) : null}
      {isModerator(actor) ? (
        <li>
          <Link href="/workspace/questions" className={LINK}>
            {t('questions')}
          </Link>
        </li>
      ) : null}
      {canAdminister(actor) ? (
        <li>
          <Link href="/workspace/admin" className={LINK}>
            {t('administration')}
          </Link>
        </li>
      ) : null}
    </ul>
  )
}
