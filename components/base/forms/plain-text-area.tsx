'use client'
import { useState, type ComponentProps } from 'react'
import { TextArea } from './inputs'
import { ReadingHints } from './reading-hints'

/** A text with hints to make it easier to read. */
export function PlainTextArea(props: ComponentProps<typeof TextArea>) {
  const stored = typeof props.defaultValue === 'string' ? props.defaultValue : ''
  const [text, setText] = useState({ stored, typed: stored })
  if (text.stored !== stored) setText({ stored, typed: stored })
  return (
    <div
      onInput={({ target }) => {
        if (target instanceof HTMLTextAreaElement) setText({ stored, typed: target.value })
      }}
    >
      <TextArea {...props} />
      <ReadingHints text={text.typed} />
    </div>
  )
}
