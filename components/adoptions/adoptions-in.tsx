import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/notice'
import { loadAdoptionsIn, loadOpenable } from '@/lib/adoptions/loaders'
import { AdoptionCard } from './adoption-card'

/** What organisations in a region took over from elsewhere. */
export async function AdoptionsIn({ region }: { region: { id: string; name: string } }) {
  const [t, adoptions] = await Promise.all([getTranslations('adoptions'), loadAdoptionsIn(region.id)])
  if (adoptions.length === 0) return <EmptyState title={t('regionNone', { name: region.name })}>{t('regionNoneWhy')}</EmptyState>
  const openable = await loadOpenable(adoptions)
  return adoptions.map((adoption) => <AdoptionCard key={adoption.id} adoption={adoption} names="initiative" openable={openable.has(adoption.id)} />)
}
