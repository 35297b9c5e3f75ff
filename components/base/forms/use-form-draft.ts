'use client'
import {
  startTransition,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
} from 'react'
import type { ActionResult, FormValues } from '@/lib/base/http/action-result'
import { draftName, keepsDraft, saysElse, typedText } from './draft-form-name'
import { DraftSaver, type DraftProgress } from './draft-saver'
import { browserDrafts, serverDrafts, type TypedText } from './draft-storage'
import { whenSent } from './form-sent'
import { restoringForm } from './restored-text'
import { differsFromStored } from './unsaved'

interface DraftForm {
  form: RefObject<HTMLFormElement | null>
  result: ActionResult<unknown>
  /** Under this key an action that leads to another page is heard. */
  submission: string
  send: (form: FormData) => void
  /** The form saves itself in its record: this browser then only bridges a failure. */
  savesItself: boolean
}

interface FoundText extends TypedText {
  /** False while it waits for a choice, because something else was typed meanwhile. */
  shown: boolean
}

export interface FormDraftState {
  /** False for forms without long text, which keep nothing. */
  active: boolean
  progress: DraftProgress
  found: FoundText | null
}

const NOTHING: FormDraftState = { active: false, progress: { kind: 'none' }, found: null }
const titleHere = () => document.title.split(' – ')[0] ?? ''

interface OpenDraft {
  saver: DraftSaver
  find: () => Promise<(TypedText & { isHereOnly: boolean }) | null>
}

function openDraft(
  element: HTMLFormElement,
  savesItself: boolean,
  tell: (progress: DraftProgress) => void,
): OpenDraft {
  const person = document.documentElement.dataset.person ?? null
  const path = location.pathname
  const name = draftName(element, path)
  const server =
    savesItself || person === null
      ? null
      : {
          save: (values: FormValues, last?: boolean) =>
            serverDrafts.save({ form: name, path, title: titleHere(), values }, last),
          remove: (after: Promise<void>) => serverDrafts.remove(name, after),
        }
  const saver = new DraftSaver({
    read: () => typedText(element),
    keep: (values) =>
      browserDrafts.write(person, name, { values, savedAt: new Date().toISOString() }),
    dropKept: () => browserDrafts.remove(person, name),
    server,
    tell: server ? tell : () => undefined,
  })
  const find = async () => {
    browserDrafts.removeOld(Date.now())
    const here = browserDrafts.read(person, name)
    const there = server ? await serverDrafts.read(path, name) : null
    const isHereOnly = here !== null && here.savedAt > (there?.savedAt ?? '')
    // The page may have closed before it heard that the server had it.
    if (here && !isHereOnly) browserDrafts.remove(person, name)
    const text = isHereOnly ? here : there
    return text && { ...text, isHereOnly }
  }
  return { saver, find }
}

/** Tells the saver when the page goes away and when there is a connection again. */
function followPage(saver: DraftSaver): () => void {
  const hide = () => {
    if (document.visibilityState === 'hidden') saver.leave()
  }
  const leave = () => saver.leave()
  const retry = () => saver.retry()
  document.addEventListener('visibilitychange', hide)
  addEventListener('pagehide', leave)
  addEventListener('online', retry)
  return () => {
    document.removeEventListener('visibilitychange', hide)
    removeEventListener('pagehide', leave)
    removeEventListener('online', retry)
    saver.leave()
  }
}

/** The hidden version of the record, which React writes only when its property changes. */
function useVersionOfText(form: DraftForm['form'], result: DraftForm['result']) {
  const shown = useRef<string | null>(null)
  useLayoutEffect(() => {
    const version = form.current?.elements.namedItem('version')
    if (!(version instanceof HTMLInputElement)) return
    if (result.status === 'restored') {
      // The version it was typed over: what others saved meanwhile is then shown beside it.
      shown.current ??= version.value
      if (typeof result.values.version === 'string') version.value = result.values.version
    } else if (result.status === 'conflict') version.value = String(result.theirVersion)
    else if (result.status === 'idle' && shown.current !== null) version.value = shown.current
  }, [form, result])
}

/** Opens the draft of this form once, and tells what was typed here before. */
function useOpenDraft(
  { form, savesItself }: Pick<DraftForm, 'form' | 'savesItself'>,
  events: {
    tell: (progress: DraftProgress) => void
    ready: (element: HTMLFormElement, text: Awaited<ReturnType<OpenDraft['find']>>) => void
  },
) {
  const saver = useRef<DraftSaver | null>(null)
  const tell = useEffectEvent(events.tell)
  const ready = useEffectEvent(events.ready)
  useEffect(() => {
    const element = form.current
    if (!element || !keepsDraft(element)) return
    const draft = openDraft(element, savesItself, (progress) => tell(progress))
    saver.current = draft.saver
    let left = false
    void draft.find().then((text) => {
      if (!left) ready(element, text)
    })
    const unfollow = followPage(draft.saver)
    return () => {
      left = true
      unfollow()
    }
  }, [form, savesItself])
  return saver
}

/** Looks for text that was typed here before, and saves what is typed now at each pause. */
export function useFormDraft({ form, result, submission, send, savesItself }: DraftForm) {
  const [state, setState] = useState(NOTHING)
  const isPutBack = useRef(false)
  const show = (values: FormValues | null) => {
    isPutBack.current = true
    startTransition(() => send(restoringForm(values)))
  }
  const saver = useOpenDraft(
    { form, savesItself },
    {
      tell: (progress) => setState((before) => ({ ...before, progress })),
      ready: (element, text) => {
        setState((before) => ({ ...before, active: true }))
        if (!text || result.status !== 'idle' || !saysElse(element, text.values)) return
        const shown = !differsFromStored(element)
        setState((before) => ({ ...before, found: { ...text, shown } }))
        if (!shown) return saver.current?.hold(true)
        show(text.values)
        if (text.isHereOnly) saver.current?.touch(true)
      },
    },
  )
  useEffect(() => whenSent(submission, () => saver.current?.drop()), [submission, saver])
  useVersionOfText(form, result)
  useLayoutEffect(() => {
    // A field that was filled does not follow a changed default by itself.
    if (isPutBack.current) form.current?.reset()
    isPutBack.current = false
  }, [form, result])
  const isDone = result.status === 'ok'

  const { found } = state
  return {
    ...state,
    found: isDone ? null : found,
    saver,
    restore: () => {
      if (!found) return
      saver.current?.hold(false)
      setState({ ...state, found: { ...found, shown: true } })
      show(found.values)
    },
    discard: () => {
      saver.current?.drop()
      setState({ ...state, found: null })
      if (found?.shown) return show(null)
      saver.current?.hold(false)
      saver.current?.touch(true)
    },
  }
}
