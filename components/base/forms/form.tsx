'use client'
import {
  createContext,
  useContext,
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
import { useFormChanges } from './use-form-changes'

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
  const changes = useFormChanges(form, result)
  const unsaved = known ?? changes.typed
  const context = { unsaved, failed: result.status === 'error', touch: changes.touch }
  return (
    <Context value={context}>
      <form
        {...props}
        ref={form}
        onInput={(event) => {
          changes.look()
          onInput?.(event)
        }}
        onChange={(event) => {
          changes.look()
          onChange?.(event)
        }}
        onSubmit={(event) => {
          onSubmit?.(event)
          changes.send()
        }}
      >
        <input
          id={id}
          type="hidden"
          name={SUBMISSION_FIELD}
          value={`${key}.${String(changes.turn)}`}
          suppressHydrationWarning
        />
        {children}
      </form>
      <LeaveGuard active={unsaved && !changes.sending} />
    </Context>
  )
}
