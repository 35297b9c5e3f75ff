'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Command } from 'prosemirror-state'
import { setLink, TABLE_TOOLS, TOOLS, toolbarState, type ToolbarState } from './commands'
import { createEditor, type Editor } from './editor'
import { LinkLine } from './link-line'
import { documentOf, markdownOf } from './markdown'
import { Toolbar } from './toolbar'

interface RichTextEditorProps {
  /** Holds the text that the form sends; it is hidden while the editor stands in its place. */
  textarea: HTMLTextAreaElement
  id: string
  labelledBy: string
  describedBy: string | undefined
  invalid: boolean
  onText: (words: string) => void
}

const NO_STATE: ToolbarState = { on: {}, impossible: {}, inTable: false }

function attributesOf({ id, labelledBy, describedBy, invalid }: RichTextEditorProps) {
  return {
    id,
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': labelledBy,
    ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
    ...(invalid ? { 'aria-invalid': 'true' } : {}),
    class: 'rich-text-editing',
  }
}

/** Keeps editor and textarea the same, whichever of the two changed. */
function useEditor(props: RichTextEditorProps, openLink: () => void) {
  const { textarea } = props
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<Editor | null>(null)
  const shown = useRef<string | null>(null)
  const [state, setState] = useState(NO_STATE)
  const follow = useEffectEvent(() => {
    if (!editor.current || textarea.value === shown.current) return
    shown.current = textarea.value
    editor.current.show(documentOf(textarea.value))
  })
  const open = useEffectEvent((element: HTMLElement) => {
    shown.current = textarea.value
    return createEditor(element, {
      document: documentOf(textarea.value),
      attributes: attributesOf(props),
      openLink,
      onChange: (document) => {
        const markdown = markdownOf(document)
        shown.current = markdown
        textarea.value = markdown
        textarea.dispatchEvent(new Event('input', { bubbles: true }))
        props.onText(document.textBetween(0, document.content.size, '\n'))
      },
      onState: (next) => setState(toolbarState(next)),
    })
  })
  useEffect(() => {
    if (!place.current) return
    const opened = open(place.current)
    editor.current = opened
    return () => {
      editor.current = null
      opened.view.destroy()
    }
  }, [])
  // A reset puts the stored text back after its event.
  useEffect(() => {
    const { form } = textarea
    const later = () => queueMicrotask(follow)
    form?.addEventListener('reset', later)
    return () => form?.removeEventListener('reset', later)
  }, [textarea])
  useEffect(() => follow())
  const attributes = JSON.stringify(attributesOf(props))
  useEffect(() => {
    editor.current?.view.setProps({ attributes: JSON.parse(attributes) as Record<string, string> })
  }, [attributes])
  return { place, editor, state }
}

/** The text as it will look, with buttons; what is pasted keeps its headings, lists and tables. */
export default function RichTextEditor(props: RichTextEditorProps) {
  const t = useTranslations('forms.richText')
  const [asksLink, setAsksLink] = useState(false)
  const { place, editor, state } = useEditor(props, () => setAsksLink(true))
  const run = (command: Command) => {
    const view = editor.current?.view
    if (!view) return
    command(view.state, (transaction) => view.dispatch(transaction))
    view.focus()
  }
  const closeLink = () => {
    setAsksLink(false)
    editor.current?.view.focus()
  }
  return (
    <>
      <Toolbar
        state={state}
        controls={props.id}
        label={t('toolbar')}
        onTool={(name) => {
          if (name === 'link' && state.on.link !== true) setAsksLink(true)
          else if (state.impossible[name] !== true) run(TOOLS[name].command)
        }}
        onTableTool={(name) => run(TABLE_TOOLS[name].command)}
      />
      {asksLink ? (
        <LinkLine
          onClose={closeLink}
          onLink={(href) => {
            setAsksLink(false)
            run(setLink(href))
          }}
        />
      ) : null}
      <div ref={place} />
    </>
  )
}
