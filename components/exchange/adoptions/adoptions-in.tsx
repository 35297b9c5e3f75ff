import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/base/ui/notice'
import { loadAdoptionsFrom, loadAdoptionsIn, loadOpenable } from '@/lib/exchange/adoptions/loaders'
import { AdoptionCard } from './adoption-card'

interface Props {
  region: { id: string; name: string }
}

export async function AdoptionsIn({ region }: Props) {
  const [t, adoptions] = await Promise.all([
    getTranslations('adoptions'),
    loadAdoptionsIn(region.id),
  ])
  if (adoptions.length === 0)
    return (
      <EmptyState title={t('regionNone', { name: region.name })}>{t('regionNoneWhy')}</EmptyState>
    )
  const openable = await loadOpenable(adoptions)
  return adoptions.map((adoption) => (
    <AdoptionCard
      key={adoption.id}
      adoption={adoption}
      names="initiative"
      openable={openable.has(adoption.id)}
    />
  ))
}

export async function AdoptionsFrom({ region }: Props) {
  const [t, adoptions] = await Promise.all([
    getTranslations('adoptions'),
    loadAdoptionsFrom(region.id),
  ])
  if (adoptions.length === 0)
    return (
      <EmptyState title={t('regionFromNone', { name: region.name })}>
        {t('regionFromNoneWhy')}
      </EmptyState>
    )
  const openable = await loadOpenable(adoptions)
  return adoptions.map((adoption) => (
    <AdoptionCard
      key={adoption.id}
      adoption={adoption}
      names="initiative"
      openable={openable.has(adoption.id)}
    />
  ))
}
