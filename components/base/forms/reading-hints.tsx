'use client'
import { useTranslations } from 'next-intl'
import { useDeferredValue } from 'react'
import { readingHints, type ReadingHint } from '@/lib/base/words/plain-language.rules'

function useHintText(): (hint: ReadingHint) => string {
  const t = useTranslations('forms.plain')
  return (hint) => {
    if (hint.kind === 'jargon') return t('jargon', { word: hint.word, plainer: hint.plainer })
    if (hint.kind === 'long') return t('long', { start: hint.start, words: hint.words })
    return t('passive', { start: hint.start })
  }
}

/** Hints to make a text easier to read. They are folded, and never stand in the way. */
export function ReadingHints({ text }: { text: string }) {
  const t = useTranslations('forms.plain')
  const hintText = useHintText()
  const hints = readingHints(useDeferredValue(text))
  if (hints.length === 0) return null
  return (
    <details className="mt-1 text-sm text-muted">
      <summary className="min-h-9 py-1.5">{t('title', { count: hints.length })}</summary>
      <ul className="list-disc space-y-1 pb-2 pl-6">
        {hints.map((hint, index) => (
          <li key={index}>{hintText(hint)}</li>
        ))}
      </ul>
    </details>
  )
}
