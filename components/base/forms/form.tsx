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
  unsaved: boolean
  failed: boolean
  touch: () => void
}

const Context = createContext<FormContext>({
  unsaved: false,
  failed: false,
  touch: () => undefined,
})

export const useFormContext = () => useContext(Context)

function firstKey(id: string): string {
  if (typeof document === 'undefined') return newSubmissionKey()
  const made = document.getElementById(id)
  const value = made instanceof HTMLInputElement ? made.value : ''
  // A later turn was written already and restored by the browser.
  return value.endsWith('.0') ? value.slice(0, -2) : newSubmissionKey()
}

interface FormProps extends Omit<ComponentProps<'form'>, 'ref'> {
  result?: ActionResult<unknown>
  ref?: RefObject<HTMLFormElement | null>
  unsaved?: boolean
  children: ReactNode
}

const NO_ANSWER: ActionResult<unknown> = { status: 'idle' }

/** Its key makes a second press idempotent; it warns before unsaved text is left. */
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
