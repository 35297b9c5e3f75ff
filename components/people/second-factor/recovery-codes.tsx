'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '@/components/base/ui/button'
import { groupsOfFour } from '@/lib/people/second-factor/text.rules'
import { useScripts } from './use-scripts'

interface RecoveryCodesProps {
  codes: readonly string[]
  /** What goes on when they are kept. */
  children: ReactNode
}

const grouped = (code: string) => groupsOfFour(code, '-')

/** Shown once: takes focus, and can be copied or printed. */
export function RecoveryCodes({ codes, children }: RecoveryCodesProps) {
  const t = useTranslations('secondFactor.codes')
  const title = useRef<HTMLHeadingElement>(null)
  const [copied, setCopied] = useState(false)
  const hasScripts = useScripts()
  useEffect(() => title.current?.focus(), [])
  const copy = async () => {
    await navigator.clipboard.writeText(codes.map(grouped).join('\n'))
    setCopied(true)
  }
  return (
    <section aria-labelledby="codes-title" className="max-w-measure space-y-4">
      <h2 id="codes-title" ref={title} tabIndex={-1}>
        {t('title')}
      </h2>
      <p>{t('lead')}</p>
      <p>{t('keep')}</p>
      <ul
        aria-label={t('list')}
        className="tabular grid max-w-[32rem] gap-x-8 gap-y-2 border-y border-hairline py-4 text-lg sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>
            <code>{grouped(code)}</code>
          </li>
        ))}
      </ul>
      {hasScripts ? (
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="secondary" onClick={() => void copy()}>
            {t('copy')}
          </Button>
          <Button variant="secondary" onClick={() => window.print()}>
            {t('print')}
          </Button>
          <p role="status" className="text-sm text-muted">
            {copied ? t('copied') : ''}
          </p>
        </div>
      ) : null}
      {children}
    </section>
  )
}
