import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/base/forms/act-form'
import { restoreVersionAction } from '@/lib/knowledge/revisions/history.actions'
import { loadMayRestore } from '@/lib/knowledge/revisions/history.loaders'
import type { VersionComparison } from '@/lib/knowledge/revisions/types'

/** For the editors of an initiative, at each version but the one that readers see. */
export async function RestoreButton({ version }: { version: VersionComparison }) {
  const [t, mayRestore] = await Promise.all([getTranslations('versions'), loadMayRestore(version)])
  if (!mayRestore) return null
  return (
    <div className="max-w-measure pb-8 print:hidden">
      <ActForm
        action={restoreVersionAction}
        about={{ initiativeId: version.initiativeId, number: version.number }}
        label={t('restore')}
        pending={t('restoring')}
        variant="secondary"
      >
        <p className="text-sm text-muted">{t('restoreHint')}</p>
      </ActForm>
    </div>
  )
}
