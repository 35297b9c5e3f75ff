'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '@/components/base/ui/button'
import { LEAVING_BACK } from './leaving-back'
import { isPlainClick, leadsAway } from './leaving-link'

let leaving = false
/** Our own forward navigation after the back button is no wish to leave. */
let returning = false

function followed(event: MouseEvent): HTMLAnchorElement | null {
  if (!isPlainClick(event)) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  return link && !link.hasAttribute('download') && leadsAway(link, location) ? link : null
}

export function LeaveGuard({ active }: { active: boolean }) {
  const [leave, setLeave] = useState<(() => void) | null>(null)
  useEffect(() => {
    if (!active) return
    leaving = false
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!leaving) event.preventDefault()
    }
    const onClick = (event: MouseEvent) => {
      const link = leaving ? null : followed(event)
      if (!link) return
      event.preventDefault()
      event.stopImmediatePropagation()
      setLeave(() => () => link.click())
    }
    const onBack = (event: Event) => {
      if (leaving || event.defaultPrevented) return
      event.preventDefault()
      if (returning) returning = false
      else {
        returning = true
        history.forward()
        setLeave(() => () => history.back())
      }
    }
    addEventListener('beforeunload', onUnload)
    addEventListener(LEAVING_BACK, onBack)
    document.addEventListener('click', onClick, { capture: true })
    return () => {
      removeEventListener('beforeunload', onUnload)
      removeEventListener(LEAVING_BACK, onBack)
      document.removeEventListener('click', onClick, { capture: true })
    }
  }, [active])
  if (leave === null) return null
  const go = () => {
    leaving = true
    setLeave(null)
    leave()
  }
  const dialog = <LeaveDialog onStay={() => setLeave(null)} onLeave={go} />
  return createPortal(dialog, document.body)
}

const BOX =
  'm-auto w-[calc(100%-2rem)] max-w-lg rounded-md border border-hairline bg-paper p-6 text-ink backdrop:bg-ink/50'

function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const t = useTranslations('forms')
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      onClose={onStay}
      aria-labelledby="leave-title"
      aria-describedby="leave-body"
      className={BOX}
    >
      <h2 id="leave-title" className="text-xl">
        {t('leaveTitle')}
      </h2>
      <p id="leave-body" className="mt-2">
        {t('leaveBody')}
      </p>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button onClick={onStay}>{t('leaveStay')}</Button>
        <Button variant="danger" onClick={onLeave}>
          {t('leaveGo')}
        </Button>
      </div>
    </dialog>
  )
}
