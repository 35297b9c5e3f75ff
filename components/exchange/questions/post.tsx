import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DayOf } from '@/components/base/ui/day'
import { StatusWord } from '@/components/base/ui/text'
import type { PublicPost } from '@/lib/exchange/questions/types'
import { SafeText } from './safe-text'

export function usePostAuthor(): (author: PublicPost['author']) => string {
  const t = useTranslations('questions')
  return ({ name, organisation }) =>
    name === null
      ? (organisation ?? t('former'))
      : organisation === null
        ? name
        : t('by', { name, organisation })
}

export function Post({
  post,
  accepted = false,
  large = false,
  children,
}: {
  post: PublicPost
  accepted?: boolean
  large?: boolean
  children?: ReactNode
}) {
  const t = useTranslations('questions')
  const author = usePostAuthor()
  return (
    <>
      <SafeText
        text={post.text}
        className={large ? 'font-serif text-lg leading-snug font-semibold' : ''}
      />
      <p className="mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm text-muted">
        {accepted ? <StatusWord tone="good">{t('accepted')}</StatusWord> : null}
        {post.fromOwner ? <StatusWord tone="info">{t('owner')}</StatusWord> : null}
        <span>{author(post.author)}</span>
        <DayOf at={new Date(post.at)} />
      </p>
      {children ? <div className="mt-1 text-sm print:hidden">{children}</div> : null}
    </>
  )
}
