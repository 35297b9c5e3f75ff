'use client'
import { useCallback, useEffect, useRef, useState, type SubmitEvent } from 'react'
import { idle, type ActionResult } from '@/lib/base/http/action-result'
import { isSaved } from './form'

const PAUSE_MS = 2_000

interface Saved {
  version: number
  savedAt: string
}

export interface AutosaveState<T extends Saved> {
  saved: Pick<T, 'version' | 'savedAt'> | null
  /** Why what is typed now is not saved, if so. */
  problem: 'failed' | 'waits' | null
  /** Someone saved elsewhere: saving by itself stops until a person decides. */
  conflict: Extract<ActionResult<T>, { status: 'conflict' }> | null
  /** Something was typed since the last save. */
  unsaved: boolean
}

/**
 * Saves a form by itself after a pause, through the action that its button uses. The form is read, never reset, so what is
 * typed meanwhile stays. `pressed` is the last answer to the button. A press of the button waits for a save that is under way; else it would meet its own newer version.
 */
export function useAutosave<T extends Saved>(
  action: (previous: ActionResult<T>, form: FormData) => Promise<ActionResult<T>>,
  pressed: ActionResult<T>,
) {
  const form = useRef<HTMLFormElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const busy = useRef<Promise<void> | null>(null)
  const [state, setState] = useState<AutosaveState<T>>({
    saved: null,
    problem: null,
    conflict: null,
    unsaved: false,
  })
  const changes = useRef(0)
  const [seen, setSeen] = useState(pressed)
  if (seen !== pressed) {
    setSeen(pressed)
    if (isSaved(pressed)) setState((before) => ({ ...before, problem: null, unsaved: false }))
  }

  const save = useCallback(async () => {
    const element = form.current
    if (!element) return
    const before = changes.current
    try {
      const result = await action(idle, new FormData(element))
      if (result.status === 'ok') {
        // Written at once: a button that waits for this save must send the new version.
        const version = element.elements.namedItem('version')
        if (version instanceof HTMLInputElement) version.value = String(result.data.version)
        setState({
          saved: { version: result.data.version, savedAt: result.data.savedAt },
          problem: null,
          conflict: null,
          unsaved: changes.current !== before,
        })
      } else if (result.status === 'conflict')
        setState((state) => ({ ...state, problem: null, conflict: result }))
      else
        setState((state) => ({
          ...state,
          problem: result.status === 'invalid' ? 'waits' : 'failed',
        }))
    } catch {
      // The network is away; the text is still in the form and the next pause tries again.
      setState((state) => ({ ...state, problem: 'failed' }))
    }
  }, [action])

  const start = useCallback(() => {
    busy.current = save().finally(() => {
      busy.current = null
    })
  }, [save])

  useEffect(() => () => clearTimeout(timer.current), [])

  const onInput = () => {
    clearTimeout(timer.current)
    changes.current += 1
    setState((before) => (before.unsaved ? before : { ...before, unsaved: true }))
    if (state.conflict === null)
      timer.current = setTimeout(
        () => (busy.current === null ? start() : void busy.current.then(start)),
        PAUSE_MS,
      )
  }

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    clearTimeout(timer.current)
    if (busy.current === null) return setState((before) => ({ ...before, conflict: null }))
    event.preventDefault()
    const { submitter } = event.nativeEvent
    void busy.current.then(() => form.current?.requestSubmit(submitter))
  }

  return { form, state, onInput, onSubmit }
}
