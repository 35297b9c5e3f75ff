import { getTranslations } from 'next-intl/server'
import type { PictureOf } from '@/components/base/ui/figure-files'
import { EmptyState } from '@/components/base/ui/notice'
import { loadAdoptionsOf, loadFamily, loadOpenable } from '@/lib/exchange/adoptions/loaders'
import { AdoptionCard } from './adoption-card'
import { AdoptionFamily } from './adoption-family'
import { AdoptionMap } from './adoption-map'
import { ConsiderForm } from './consider-form'

export async function AdoptionsOf({
  initiative,
  picture,
}: {
  initiative: { id: string; slug: string; organisationId: string }
  picture: PictureOf
}) {
  const [t, adoptions, family] = await Promise.all([
    getTranslations('adoptions'),
    loadAdoptionsOf(initiative.id),
    loadFamily(initiative.id),
  ])
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
              <AdoptionCard
                key={adoption.id}
                adoption={adoption}
                names="organisation"
                openable={openable.has(adoption.id)}
              />
            ))}
          </div>
        </>
      )}
      {family === null ? null : (
        <div className="mt-8 grid gap-x-12 gap-y-10 border-t border-hairline pt-8 xl:grid-cols-2">
          <div className="min-w-0">
            <h3 className="mb-4">{t('family.title')}</h3>
            <AdoptionFamily family={family} />
          </div>
          <div className="min-w-0">
            <h3 className="mb-4">{t('map.title')}</h3>
            <AdoptionMap members={family.members} picture={picture} />
          </div>
        </div>
      )}
      <div className="mt-6 print:hidden">
        <ConsiderForm initiative={initiative} />
      </div>
    </>
  )
}
