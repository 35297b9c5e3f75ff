'use client'
import { useEffect, useEffectEvent, useState, type RefObject } from 'react'
import type { ActionResult } from '@/lib/base/http/action-result'
import { isSaved } from './is-saved'
import { differsFromStored, holdsText } from './unsaved'

export function useFormChanges(
  form: RefObject<HTMLFormElement | null>,
  result: ActionResult<unknown>,
) {
  const [state, setState] = useState({ result, turn: 0, typed: false, sending: false })
  if (state.result !== result) {
    // After a write a new key: sending the same text again is then intended.
    const turn = state.turn + (result.status === 'ok' ? 1 : 0)
    const typed = !isSaved(result) && (state.typed || result.status === 'restored')
    setState({ result, turn, typed, sending: false })
  }
  const failed = !isSaved(result)
  /** Returns whether something stands there that is not stored. */
  const look = () => {
    const element = form.current
    const typed = element !== null && (differsFromStored(element) || (failed && holdsText(element)))
    setState((before) =>
      before.typed === typed && !before.sending ? before : { ...before, typed, sending: false },
    )
    return typed
  }
  // Text typed before hydration or restored by the browser counts as well.
  const lookFirst = useEffectEvent(look)
  useEffect(() => queueMicrotask(lookFirst), [])
  return {
    turn: state.turn,
    typed: state.typed,
    sending: state.sending,
    look,
    touch: () => setState((before) => ({ ...before, typed: true })),
    send: () => setState((before) => ({ ...before, sending: true })),
  }
}
