'use client'
import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/base/ui/button'
import { toggleInTray, useAlive, useTray } from './tray-store'

interface PutBesideProps {
  slug: string
  title: string
  /** In a list: the element that names the initiative, instead of the title in the name of the button. */
  titleId?: string
}

/** Puts an initiative in the tray. Without JavaScript it is a link to the comparison, which begins with this one. */
export function PutBeside({ slug, title, titleId }: PutBesideProps) {
  const t = useTranslations('comparison.tray')
  const { items } = useTray()
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
    <Button {...look} onClick={() => toggleInTray({ slug, title })}>
      {items.some((item) => item.slug === slug) ? t('taken') : t('put')}
      {name}
    </Button>
  )
}
