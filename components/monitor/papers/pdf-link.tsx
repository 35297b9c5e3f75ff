'use client'
import { useState, type MouseEvent } from 'react'
import { buttonClass, type ButtonVariant } from '@/components/base/ui/button'
import { readSteps, type PrintingStep } from './printing-steps'

type Step = 'idle' | PrintingStep

interface PdfLinkProps {
  href: string
  label: string
  variant: ButtonVariant
  words: Readonly<Record<string, string>>
}

/** A link to a PDF that tells what is done while it is made. Without scripts it is a plain link. */
export function PdfLink({ href, label, variant, words }: PdfLinkProps) {
  const [step, setStep] = useState<Step>('idle')
  const [took, setTook] = useState('')
  const isBusy = step !== 'idle' && step !== 'done' && step !== 'failed'
  async function make() {
    const started = performance.now()
    setStep('asked')
    const last = await readSteps(href, setStep)
    if (last !== 'done') return setStep('failed')
    const seconds = new Intl.NumberFormat(document.documentElement.lang, {
      maximumFractionDigits: 1,
    })
    setTook(seconds.format((performance.now() - started) / 1_000))
    setStep('done')
    globalThis.location.assign(href)
  }
  const onClick = (event: MouseEvent) => {
    // Another tab or a saved link is the business of the browser.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (!isBusy) void make()
  }
  return (
    <>
      <a href={href} className={buttonClass(variant)} aria-disabled={isBusy} onClick={onClick}>
        {label}
      </a>
      <span role="status" className="mt-1 block text-sm">
        {step === 'idle' ? null : (words[step] ?? '').replace('[seconds]', took)}{' '}
        {step === 'done' || step === 'failed' ? (
          <a href={href}>{words[step === 'done' ? 'open' : 'again']}</a>
        ) : null}
      </span>
    </>
  )
}
