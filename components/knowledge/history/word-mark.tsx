import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

const LOOK = {
  deleted: 'rounded-sm bg-clay-wash line-through decoration-clay decoration-2',
  inserted: 'rounded-sm bg-green-wash underline decoration-green decoration-2 underline-offset-4',
} as const

/** Seen by a line through or under the words, and said aloud: colour alone tells nothing. */
export function WordMark({ kind, children }: { kind: keyof typeof LOOK; children: ReactNode }) {
  const t = useTranslations('versions.mark')
  const locale = useLocale()
  const Tag = kind === 'deleted' ? 'del' : 'ins'
  return (
    <Tag className={LOOK[kind]}>
      <span lang={locale} className="sr-only">{`${t(`${kind}Start`)} `}</span>
      {children}
      <span lang={locale} className="sr-only">{` ${t(`${kind}End`)} `}</span>
    </Tag>
  )
}
