'use client'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useRef, useState, useSyncExternalStore } from 'react'
import { markdownWords } from '@/lib/base/text/markdown'
import { controlClass, described, Field, fieldId, labelId, type FieldProps } from '../field'
import { ReadingHints } from '../reading-hints'

const RichTextEditor = lazy(() => import('./rich-text-editor'))

const never = () => () => undefined
const useHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

interface RichTextFieldProps extends FieldProps {
  /** Markdown. */
  defaultValue: string
  rows?: number
}

/**
 * A text with headings, lists, quotes, links and tables. The textarea with its Markdown is the
 * control of the form; with scripts an editor stands in its place, and who prefers the signs can
 * have the textarea back.
 */
export function RichTextField({ defaultValue, rows = 16, ...field }: RichTextFieldProps) {
  const t = useTranslations('forms.richText')
  const { name, scope, hint, errors = [] } = field
  const hydrated = useHydrated()
  const [signs, setSigns] = useState(false)
  const [words, setWords] = useState<string | null>(null)
  const textarea = useRef<HTMLTextAreaElement>(null)
  const [ready, setReady] = useState<HTMLTextAreaElement | null>(null)
  const id = fieldId(name, scope)
  const drawn = hydrated && !signs && ready !== null
  const description = described({ name, hint, errors, scope })
  return (
    <Field {...field}>
      <textarea
        ref={(element) => {
          textarea.current = element
          setReady(element)
        }}
        id={drawn ? `${id}-markdown` : id}
        name={name}
        rows={rows}
        hidden={drawn}
        defaultValue={defaultValue}
        onInput={({ currentTarget }) => {
          if (signs) setWords(markdownWords(currentTarget.value))
        }}
        {...description}
        className={`${controlClass} leading-relaxed`}
      />
      {drawn ? (
        <Suspense fallback={<p className="py-3 text-muted">{t('opening')}</p>}>
          <RichTextEditor
            textarea={ready}
            id={id}
            labelledBy={labelId(name, scope)}
            describedBy={description['aria-describedby']}
            invalid={errors.length > 0}
            onText={setWords}
          />
        </Suspense>
      ) : null}
      <ReadingHints text={words ?? markdownWords(defaultValue)} />
      {drawn ? null : <p className="mt-2 text-sm text-muted">{t('signs')}</p>}
      {hydrated ? (
        <button
          type="button"
          className="mt-1 inline-flex min-h-11 items-center text-sm text-green underline underline-offset-4"
          onClick={() => setSigns(!signs)}
        >
          {t(signs ? 'toEditor' : 'toSigns')}
        </button>
      ) : null}
    </Field>
  )
}
