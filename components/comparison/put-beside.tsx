'use client'
import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/ui/button'
import { toggleInTray, useAlive, useTray } from './tray-store'

/** Puts an initiative in the tray. Without JavaScript it is a link to the comparison, which begins with this one. */
export function PutBeside({ slug, title }: { slug: string; title: string }) {
  const t = useTranslations('comparison.tray')
  const { items } = useTray()
  const alive = useAlive()
  const name = <span className="sr-only">{`: ${title}`}</span>
  if (!alive) {
    return (
      <ButtonLink variant="secondary" href={{ pathname: '/compare', query: { i: slug } }} prefetch={false} rel="nofollow">
        {t('put')}
        {name}
      </ButtonLink>
    )
  }
  return (
    <Button variant="secondary" onClick={() => toggleInTray({ slug, title })}>
      {items.some((item) => item.slug === slug) ? t('taken') : t('put')}
      {name}
    </Button>
  )
}
