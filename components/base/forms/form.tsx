'use client'
import {
  createContext,
  useContext,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type ComponentProps,
  type ReactNode,
  type RefObject,
} from 'react'
import type { ActionResult } from '@/lib/base/http/action-result'
import { newSubmissionKey, SUBMISSION_FIELD } from '@/lib/base/http/submission-key'
import { LeaveGuard } from './leave-guard'
import { differsFromStored, holdsText } from './unsaved'

interface FormContext {
  /** Something was typed that is not saved. */
  unsaved: boolean
  /** The last try to save did not work. */
  failed: boolean
  /** For what changes a form without typing, such as taking a row away. */
  touch: () => void
}

const Context = createContext<FormContext>({
  unsaved: false,
  failed: false,
  touch: () => undefined,
})

/** How the form around a component stands. */
export const useFormContext = () => useContext(Context)

/**
 * Messages with which an answer says that what was typed is saved, although something is missing.
 */
const SAVED_THOUGH = new Set(['savedButIncomplete', 'assessmentSavedIncomplete'])

/** True when what was typed is in the database, or nothing was sent yet. */
export function isSaved(result: ActionResult<unknown>): boolean {
  if (result.status === 'invalid') return result.formErrors.some((key) => SAVED_THOUGH.has(key))
  return result.status === 'idle' || result.status === 'ok'
}

/**
 * The key of the page as the server made it; of a form that the browser opened by itself a new
 * one.
 */
function firstKey(id: string): string {
  if (typeof document === 'undefined') return newSubmissionKey()
  const made = document.getElementById(id)
  const value = made instanceof HTMLInputElement ? made.value : ''
  // A later turn is the key of something that was written already, which a browser brought back.
  return value.endsWith('.0') ? value.slice(0, -2) : newSubmissionKey()
}

interface FormProps extends Omit<ComponentProps<'form'>, 'ref'> {
  /** The last answer of the action. Without one the form leads to another page. */
  result?: ActionResult<unknown>
  ref?: RefObject<HTMLFormElement | null>
  /** From a form that saves by itself and knows better. */
  unsaved?: boolean
  children: ReactNode
}

const NO_ANSWER: ActionResult<unknown> = { status: 'idle' }

/**
 * The frame of every form. It carries a key, so that a second press is the first one again; knows
 * whether all that was typed is saved; and asks before someone leaves with text that is not. Works
 * without JavaScript.
 */
export function Form({
  result = NO_ANSWER,
  ref,
  unsaved: known,
  onInput,
  onChange,
  onSubmit,
  children,
  ...props
}: FormProps) {
  const own = useRef<HTMLFormElement>(null)
  const form = ref ?? own
  const id = useId()
  const [key] = useState(() => firstKey(id))
  const [state, setState] = useState({ result, turn: 0, typed: false, sending: false })
  if (state.result !== result) {
    // What was written needs a new key: the same words once more are then meant.
    const turn = state.turn + (result.status === 'ok' ? 1 : 0)
    setState({ result, turn, typed: isSaved(result) ? false : state.typed, sending: false })
  }
  const failed = !isSaved(result)
  const look = () => {
    const element = form.current
    const typed = element !== null && (differsFromStored(element) || (failed && holdsText(element)))
    setState((before) =>
      before.typed === typed && !before.sending ? before : { ...before, typed, sending: false },
    )
  }
  // What was typed before this script ran, or what the browser brought back, counts as well.
  const lookFirst = useEffectEvent(look)
  useEffect(() => queueMicrotask(lookFirst), [])
  const unsaved = known ?? state.typed
  const touch = () => setState((before) => ({ ...before, typed: true }))
  const context = { unsaved, failed: result.status === 'error', touch }
  return (
    <Context value={context}>
      <form
        {...props}
        ref={form}
        onInput={(event) => {
          look()
          onInput?.(event)
        }}
        onChange={(event) => {
          look()
          onChange?.(event)
        }}
        onSubmit={(event) => {
          onSubmit?.(event)
          setState((before) => ({ ...before, sending: true }))
        }}
      >
        <input
          id={id}
          type="hidden"
          name={SUBMISSION_FIELD}
          value={`${key}.${String(state.turn)}`}
          suppressHydrationWarning
        />
        {children}
      </form>
      <LeaveGuard active={unsaved && !state.sending} />
    </Context>
  )
}
