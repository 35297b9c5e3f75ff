'use client'
import { useTranslations } from 'next-intl'
import {
  Bold,
  Heading2,
  Heading3,
  Italic,
  Link,
  List,
  ListOrdered,
  Quote,
  Redo2,
  Table,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import {
  TABLE_TOOLS,
  TOOLS,
  type TableToolName,
  type ToolbarState,
  type ToolName,
} from './commands'

const ICONS: Record<ToolName, LucideIcon> = {
  heading: Heading2,
  subheading: Heading3,
  strong: Bold,
  emphasis: Italic,
  bullets: List,
  numbers: ListOrdered,
  quote: Quote,
  link: Link,
  table: Table,
  undo: Undo2,
  redo: Redo2,
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** One stop for Tab; arrows move between the buttons (ARIA toolbar). */
function useRoving() {
  const bar = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])]
    const step = STEPS[event.key]
    if (!step || buttons.length === 0) return
    event.preventDefault()
    const next = step(Math.min(at, buttons.length - 1), buttons.length)
    setAt(next)
    buttons[next]?.focus()
  }
  return { bar, at, setAt, onKeyDown }
}

interface ToolbarProps {
  state: ToolbarState
  controls: string
  label: string
  onTool: (name: ToolName) => void
  onTableTool: (name: TableToolName) => void
}

const BUTTON =
  'inline-flex min-h-11 min-w-11 items-center justify-center rounded-md border border-transparent px-2 text-ink hover:bg-green-wash aria-disabled:opacity-40 aria-pressed:border-green aria-pressed:bg-green-wash aria-pressed:text-green-deep'

/** The buttons above a rich text. What cannot be done now stays focusable and says so. */
export function Toolbar({ state, controls, label, onTool, onTableTool }: ToolbarProps) {
  const t = useTranslations('forms.richText')
  const { bar, at, setAt, onKeyDown } = useRoving()
  const tools = Object.keys(TOOLS) as ToolName[]
  const tableTools = state.inTable ? (Object.keys(TABLE_TOOLS) as TableToolName[]) : []
  const last = tools.length + tableTools.length - 1
  const stop = (index: number) => (index === Math.min(at, last) ? 0 : -1)
  return (
    <div
      ref={bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={label}
      aria-controls={controls}
      onKeyDown={onKeyDown}
      className="sticky top-0 z-10 flex flex-wrap gap-1 rounded-t-md border border-b-0 border-edge bg-paper p-1"
    >
      {tools.map((name, index) => {
        const Icon = ICONS[name]
        return (
          <button
            key={name}
            type="button"
            tabIndex={stop(index)}
            title={t(name)}
            aria-label={t(name)}
            aria-pressed={state.on[name]}
            aria-disabled={state.impossible[name]}
            onFocus={() => setAt(index)}
            onClick={() => onTool(name)}
            className={BUTTON}
          >
            <Icon aria-hidden="true" className="size-5" />
          </button>
        )
      })}
      {tableTools.map((name, index) => (
        <button
          key={name}
          type="button"
          tabIndex={stop(tools.length + index)}
          onFocus={() => setAt(tools.length + index)}
          onClick={() => onTableTool(name)}
          className={`${BUTTON} text-sm`}
        >
          {t(name)}
        </button>
      ))}
    </div>
  )
}
