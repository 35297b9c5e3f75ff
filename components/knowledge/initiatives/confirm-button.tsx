import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/base/forms/act-form'
import { confirmInitiativeAction } from '@/lib/knowledge/initiatives/actions'
import { loadMayEdit } from '@/lib/knowledge/initiatives/loaders'

export async function ConfirmButton({
  initiativeId,
  organisationId,
}: {
  initiativeId: string
  organisationId: string
}) {
  const [t, mayEdit] = await Promise.all([
    getTranslations('initiatives.confirm'),
    loadMayEdit(organisationId),
  ])
  if (!mayEdit) return null
  return (
    <div className="mt-2 print:hidden">
      <ActForm
        action={confirmInitiativeAction}
        about={{ initiativeId }}
        label={t('label')}
        pending={t('pending')}
        variant="secondary"
      />
    </div>
  )
}
