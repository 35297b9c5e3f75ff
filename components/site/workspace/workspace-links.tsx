import { getTranslations } from 'next-intl/server'
import { Link } from '@/i18n/navigation'
import type { Actor } from '@/lib/people/accounts/types'
import { canEditCollection } from '@/lib/knowledge/collections/policy'
import { loadUnread } from '@/lib/people/follows/loaders'
import { canImport } from '@/lib/figures/datasets/policy'
import { canManageJobs } from '@/lib/site/jobs/policy'
import { isAdministrator, isModerator } from '@/lib/people/accounts/policy'
import { canReadOutbox } from '@/lib/people/messages/policy'

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
      {canImport(actor) ? (
        <li>
          <Link href="/workspace/admin/figures" className={LINK}>
            {t('figures')}
          </Link>
        </li>
      ) : null}
      {actor.memberships.length > 0 ? (
        <li>
          <Link href="/workspace/adoptions" className={LINK}>
            {t('adoptions')}
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
      {isModerator(actor) ? (
        <li>
          <Link href="/workspace/questions" className={LINK}>
            {t('questions')}
          </Link>
        </li>
      ) : null}
      <AdminLinks actor={actor} />
    </ul>
  )
}

async function AdminLinks({ actor }: { actor: Actor }) {
  const t = await getTranslations('workspace.links')
  return (
    <>
      {canReadOutbox(actor) ? (
        <li>
          <Link href="/workspace/admin/mail" className={LINK}>
            {t('outbox')}
          </Link>
        </li>
      ) : null}
      {isAdministrator(actor) ? (
        <li>
          <Link href="/workspace/admin/second-step" className={LINK}>
            {t('secondStep')}
          </Link>
        </li>
      ) : null}
      {canManageJobs(actor) ? (
        <li>
          <Link href="/workspace/admin/jobs" className={LINK}>
            {t('jobs')}
          </Link>
        </li>
      ) : null}
    </>
  )
}
