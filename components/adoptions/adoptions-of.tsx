import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/notice'
import { loadAdoptionsOf, loadOpenable } from '@/lib/adoptions/loaders'
import { AdoptionCard } from './adoption-card'
import { ConsiderForm } from './consider-form'

/** Who else does this, and the way to join them. */
export async function AdoptionsOf({ initiative }: { initiative: { id: string; slug: string; organisationId: string } }) {
  const [t, adoptions] = await Promise.all([getTranslations('adoptions'), loadAdoptionsOf(initiative.id)])
  const openable = await loadOpenable(adoptions)
  const running = adoptions.filter(({ status }) => status === 'running').length
  return (
    <>
      {adoptions.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
      ) : (
        <>
          <p className="max-w-measure">{t('count', { count: adoptions.length, running })}</p>
          <div className="mt-4">
            {adoptions.map((adoption) => (
              <AdoptionCard key={adoption.id} adoption={adoption} names="organisation" openable={openable.has(adoption.id)} />
            ))}
          </div>
        </>
      )}
      <div className="mt-6 print:hidden">
        <ConsiderForm initiative={initiative} />
      </div>
    </>
  )
}
