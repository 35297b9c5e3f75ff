'use client'
import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/base/ui/button'
import { toggleSelected, useAlive, useSelection } from './selection-store'

interface CompareToggleProps {
  slug: string
  title: string
  titleId?: string
}

export function CompareToggle({ slug, title, titleId }: CompareToggleProps) {
  const t = useTranslations('comparison.selection')
  const { items } = useSelection()
  const alive = useAlive()
  const name = titleId === undefined ? <span className="sr-only">{` ${title}`}</span> : null
  const look =
    titleId === undefined
      ? ({ variant: 'secondary' } as const)
      : ({ variant: 'quiet', className: '-ml-3 mt-2', 'aria-describedby': titleId } as const)
  if (!alive) {
    return (
      <ButtonLink
        {...look}
        href={{ pathname: '/compare', query: { i: slug } }}
        prefetch={false}
        rel="nofollow"
      >
        {t('put')}
        {name}
      </ButtonLink>
    )
  }
  return (
    <Button {...look} onClick={() => toggleSelected({ slug, title })}>
      {items.some((item) => item.slug === slug) ? t('taken') : t('put')}
      {name}
    </Button>
  )
}
