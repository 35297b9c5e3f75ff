'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { fieldId } from './field'

export interface SummaryError {
  /** Field name; without one the message is about the whole form. */
  name?: string
  /** Of the form, where several on a page have the same field. */
  scope?: string | undefined
  label?: string
  message: string
}

/** All messages of a form on top of it: takes the focus when it appears and puts their number in the page title. */
export function ErrorSummary({ errors }: { errors: readonly SummaryError[] }) {
  const t = useTranslations('forms')
  const box = useRef<HTMLDivElement>(null)
  const count = errors.length

  useEffect(() => {
    if (count === 0) return
    const title = document.title
    document.title = `${t('titleErrors', { count })} ${title}`
    box.current?.focus()
    return () => {
      document.title = title
    }
  }, [errors, count, t])

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
              <a href={`#${fieldId(error.name, error.scope)}`}>{error.label === undefined ? error.message : `${error.label}: ${error.message}`}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
