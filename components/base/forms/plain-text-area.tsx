'use client'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useState, type ComponentProps } from 'react'
import { readingHints, type ReadingHint } from '@/lib/base/words/plain-language.rules'
import { TextArea } from './inputs'

function useHintText(): (hint: ReadingHint) => string {
  const t = useTranslations('forms.plain')
  return (hint) => {
    if (hint.kind === 'jargon') return t('jargon', { word: hint.word, plainer: hint.plainer })
    if (hint.kind === 'long') return t('long', { start: hint.start, words: hint.words })
    return t('passive', { start: hint.start })
  }
}

/** A text with hints to make it easier to read. They are folded, and never stand in the way. */
export function PlainTextArea(props: ComponentProps<typeof TextArea>) {
  const t = useTranslations('forms.plain')
  const hintText = useHintText()
  const stored = typeof props.defaultValue === 'string' ? props.defaultValue : ''
  const [text, setText] = useState({ stored, typed: stored })
  if (text.stored !== stored) setText({ stored, typed: stored })
  const hints = readingHints(useDeferredValue(text.typed))
  return (
    <div
      onInput={({ target }) => {
        if (target instanceof HTMLTextAreaElement) setText({ stored, typed: target.value })
      }}
    >
      <TextArea {...props} />
      {hints.length === 0 ? null : (
        <details className="mt-1 text-sm text-muted">
          <summary className="min-h-9 py-1.5">{t('title', { count: hints.length })}</summary>
          <ul className="list-disc space-y-1 pb-2 pl-6">
            {hints.map((hint, index) => (
              <li key={index}>{hintText(hint)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
