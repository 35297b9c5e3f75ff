'use client'
import {
  createContext,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
  type ComponentProps,
  type ReactNode,
  type RefObject,
} from 'react'
import type { ActionResult } from '@/lib/base/http/action-result'
import { newSubmissionKey, SUBMISSION_FIELD } from '@/lib/base/http/submission-key'
import { DraftBar, FoundText } from './draft-bar'
import { LeaveGuard } from './leave-guard'
import { useFormChanges } from './use-form-changes'
import { useFormDraft } from './use-form-draft'

interface FormContext {
  unsaved: boolean
  failed: boolean
  /** The typed text is kept as a draft, or about to be: the bar says so. */
  isKept: boolean
  touch: () => void
}

const Context = createContext<FormContext>({
  unsaved: false,
  failed: false,
  isKept: false,
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

/** What was typed, what became of it, and the draft of it. */
function useTyping({
  form,
  result,
  submission,
  action,
  known,
}: {
  form: RefObject<HTMLFormElement | null>
  result: ActionResult<unknown>
  submission: string
  action: FormProps['action']
  known: boolean | undefined
}) {
  const changes = useFormChanges(form, result)
  const draft = useFormDraft({
    form,
    result,
    submission,
    send: (values) => {
      if (typeof action === 'function') void action(values)
    },
    savesItself: known !== undefined,
  })
  const { saver } = draft
  useEffect(() => {
    if (known === false) saver.current?.touch(false)
  }, [known, saver])
  return {
    draft,
    turn: changes.turn,
    sending: changes.sending,
    unsaved: known ?? changes.typed,
    look: () => saver.current?.touch(changes.look()),
    touch: () => {
      changes.touch()
      saver.current?.touch(true)
    },
    send: () => {
      saver.current?.press()
      changes.send()
    },
  }
}

/** Its key makes a second press idempotent; what is typed in it is never lost. */
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
  const { action } = props
  const typing = useTyping({ form, result, submission: key, action, known })
  const { draft, unsaved, touch } = typing
  const { kind } = draft.progress
  const context = { unsaved, failed: result.status === 'error', isKept: kind !== 'none', touch }
  return (
    <Context value={context}>
      <form
        {...props}
        ref={form}
        onInput={(event) => {
          typing.look()
          onInput?.(event)
        }}
        onChange={(event) => {
          typing.look()
          onChange?.(event)
        }}
        onSubmit={(event) => {
          onSubmit?.(event)
          typing.send()
        }}
      >
        <input
          id={id}
          type="hidden"
          name={SUBMISSION_FIELD}
          value={`${key}.${String(typing.turn)}`}
          suppressHydrationWarning
        />
        <FoundText found={draft.found} onRestore={draft.restore} onDiscard={draft.discard} />
        {children}
        {draft.active && known === undefined ? <DraftBar progress={draft.progress} /> : null}
      </form>
      <LeaveGuard active={unsaved && !typing.sending && kind !== 'saved'} />
    </Context>
  )
}
