'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '@/components/base/ui/button'
import { linkAddress } from '@/lib/base/text/markdown'
import { controlClass } from '../field'

const withScheme = (typed: string) =>
  /^[a-z]+:/i.test(typed) ? typed : typed.includes('@') ? `mailto:${typed}` : `https://${typed}`

interface LinkLineProps {
  onLink: (href: string) => void
  onClose: () => void
}

function useLinkInput({ onLink, onClose }: LinkLineProps) {
  const input = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState(false)
  useEffect(() => input.current?.focus(), [])
  const link = () => {
    const typed = input.current?.value.trim() ?? ''
    const href = typed === '' ? null : linkAddress(withScheme(typed))
    if (href === null) {
      setWrong(true)
      input.current?.focus()
    } else onLink(href)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') link()
    else if (event.key === 'Escape') onClose()
    else return
    // Enter would send the form.
    event.preventDefault()
    event.stopPropagation()
  }
  return { input, wrong, link, onKeyDown }
}

/** Asks where a link leads to. It is no part of the form around it. */
export function LinkLine(props: LinkLineProps) {
  const t = useTranslations('forms.richText')
  const id = useId()
  const { input, wrong, link, onKeyDown } = useLinkInput(props)
  return (
    <div
      onInput={(event) => event.stopPropagation()}
      className="border border-b-0 border-edge bg-paper p-3"
    >
      <label htmlFor={id} className="block text-sm font-semibold">
        {t('linkAddress')}
      </label>
      {wrong ? (
        <p id={`${id}-error`} role="alert" className="mt-1 text-sm font-semibold text-clay">
          {t('linkWrong')}
        </p>
      ) : null}
      <div className="mt-1 flex flex-wrap gap-2">
        <input
          ref={input}
          id={id}
          type="text"
          inputMode="url"
          autoComplete="off"
          placeholder="https://"
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `${id}-error` : undefined}
          onKeyDown={onKeyDown}
          className={`${controlClass} min-h-11 max-w-96`}
        />
        <Button variant="secondary" onClick={link}>
          {t('linkSet')}
        </Button>
        <Button variant="quiet" onClick={props.onClose}>
          {t('linkCancel')}
        </Button>
      </div>
    </div>
  )
}
