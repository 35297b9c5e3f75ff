'use client'
import { startTransition, useState } from 'react'
import { codeOf } from '@/components/base/forms/use-form-action'
import { idle, invalidForm, type ActionResult } from '@/lib/base/http/action-result'

/** The browser or its owner stopped: closed, took too long, or has no passkey here. */
const isBrowserRefusal = (error: unknown) =>
  error instanceof Error &&
  ['WebAuthnError', 'NotAllowedError', 'InvalidStateError', 'AbortError', 'SecurityError'].includes(
    error.name,
  )

interface Ceremony<Options> {
  /** Asks the server for options with a challenge. */
  ask: () => Promise<ActionResult<Options>>
  /** Asks the browser; its answer goes back as JSON. */
  use: (options: Options) => Promise<unknown>
  send: (form: FormData) => void
  form: () => FormData
}

/** Server, browser, server: options, an answer made with the passkey, and the verdict. */
export function usePasskey<Options>({ ask, use, send, form }: Ceremony<Options>) {
  const [failure, setFailure] = useState<ActionResult<unknown>>(idle)
  const [waiting, setWaiting] = useState(false)
  const start = async () => {
    if (waiting) return
    setWaiting(true)
    setFailure(idle)
    try {
      const options = await ask()
      if (options.status !== 'ok') {
        setFailure(options)
        return
      }
      const filled = form()
      filled.set('answer', JSON.stringify(await use(options.data)))
      startTransition(() => send(filled))
    } catch (error) {
      setFailure(
        isBrowserRefusal(error)
          ? invalidForm('passkeyStopped', {})
          : { status: 'error', code: codeOf(error) },
      )
    } finally {
      setWaiting(false)
    }
  }
  return { failure, waiting, start: () => void start() }
}
