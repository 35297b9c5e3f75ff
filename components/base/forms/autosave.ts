'use client'
import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type Dispatch,
  type RefObject,
  type SetStateAction,
  type SubmitEvent,
} from 'react'
import { idle, type ActionResult } from '@/lib/base/http/action-result'
import { afterSave, type AutosaveState, type Saved } from './autosave-state'
import { isSaved } from './is-saved'
import { PAUSE_MS, RETRY_MS } from './draft-saver'
import type { FormAction } from './use-form-action'

/** One save at a time; the form is read, never reset. */
function useSave<T extends Saved>(
  action: FormAction<T>,
  form: RefObject<HTMLFormElement | null>,
  setState: Dispatch<SetStateAction<AutosaveState<T>>>,
) {
  const busy = useRef<Promise<void> | null>(null)
  const changes = useRef(0)

  const save = useCallback(async () => {
    const element = form.current
    if (!element) return
    const before = changes.current
    setState((state) => ({ ...state, saving: true }))
    try {
      const result = await action(idle, new FormData(element))
      const version = element.elements.namedItem('version')
      // Set at once: a button that waits for this save must send the new version.
      if (version instanceof HTMLInputElement) {
        if (result.status === 'ok') version.value = String(result.data.version)
        if (result.status === 'conflict') version.value = String(result.theirVersion)
      }
      const typed = changes.current !== before
      setState((state) => afterSave(state, result, typed))
    } catch {
      setState((state) => ({ ...state, problem: 'offline', saving: false }))
    }
  }, [action, form, setState])

  const start = useCallback(() => {
    busy.current = save().finally(() => {
      busy.current = null
    })
  }, [save])

  const touch = useCallback(() => {
    changes.current += 1
  }, [])
  const underWay = useCallback(() => busy.current, [])
  return { start, touch, underWay }
}

/** A press waits for a running save; otherwise it would conflict with our own save. */
export function useAutosave<T extends Saved>(action: FormAction<T>, pressed: ActionResult<T>) {
  const form = useRef<HTMLFormElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [state, setState] = useState<AutosaveState<T>>({
    saved: null,
    problem: null,
    conflict: null,
    unsaved: false,
    saving: false,
  })
  const [seen, setSeen] = useState(pressed)
  if (seen !== pressed) {
    setSeen(pressed)
    if (isSaved(pressed)) setState((before) => ({ ...before, problem: null, unsaved: false }))
    if (pressed.status === 'restored') setState((before) => ({ ...before, unsaved: true }))
  }

  const { start, touch, underWay } = useSave(action, form, setState)

  useEffect(() => () => clearTimeout(timer.current), [])

  const later = useCallback(
    (pause: number) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        const saving = underWay()
        if (saving === null) start()
        else void saving.then(start)
      }, pause)
    },
    [start, underWay],
  )
  const isRestored = pressed.status === 'restored'
  useEffect(() => {
    if (isRestored) later(PAUSE_MS)
  }, [isRestored, later])
  const { problem, saving } = state
  useEffect(() => {
    if (!saving && (problem === 'offline' || problem === 'signedOut')) later(RETRY_MS)
  }, [problem, saving, later])

  const onInput = () => {
    clearTimeout(timer.current)
    touch()
    setState((before) => (before.unsaved ? before : { ...before, unsaved: true }))
    if (state.conflict === null) later(PAUSE_MS)
  }

  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    clearTimeout(timer.current)
    const saving = underWay()
    if (saving === null) return setState((before) => ({ ...before, conflict: null }))
    event.preventDefault()
    const { submitter } = event.nativeEvent
    void saving.then(() => form.current?.requestSubmit(submitter))
  }

  return { form, state, onInput, onSubmit }
}
