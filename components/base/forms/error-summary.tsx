'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { fieldId } from './field'

export interface SummaryError {
  name?: string
  scope?: string | undefined
  label?: string
  message: string
}

/** Prefixes the title. Next may replace the title meanwhile, so only the prefix is touched. */
function useTitlePrefix(prefix: string | null) {
  useLayoutEffect(() => {
    if (prefix === null) return
    const title = () => document.head.querySelector('title')
    const add = () => {
      const current = title()
      if (current && current.text !== '' && !current.text.startsWith(prefix))
        current.text = prefix + current.text
    }
    add()
    const observer = new MutationObserver(add)
    observer.observe(document.head, { childList: true, characterData: true, subtree: true })
    return () => {
      observer.disconnect()
      const current = title()
      if (current?.text.startsWith(prefix)) current.text = current.text.slice(prefix.length)
    }
  }, [prefix])
}

export function ErrorSummary({ errors }: { errors: readonly SummaryError[] }) {
  const t = useTranslations('forms')
  const box = useRef<HTMLDivElement>(null)
  const count = errors.length

  useTitlePrefix(count === 0 ? null : `${t('titleErrors', { count })} `)
  useEffect(() => {
    if (count > 0) box.current?.focus()
  }, [errors, count])

  if (count === 0) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" className="border-l-4 border-clay bg-clay-wash p-5">
      <h2 className="font-sans text-lg font-semibold">{t('summary', { count })}</h2>
      <ul className="mt-2 space-y-1">
        {errors.map((error, index) => (
          <li key={index}>
            {error.name === undefined ? (
              error.message
            ) : (
              <a href={`#${fieldId(error.name, error.scope)}`}>
                {error.label === undefined ? error.message : `${error.label}: ${error.message}`}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
