'use client'
import { startTransition, useEffect, useRef, type ReactNode } from 'react'
import { FormErrors } from '@/components/base/forms/form-state'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { placeGoalAction } from '@/lib/monitor/chains/actions'

interface GoalOrderProps {
  regionId: string
  versions: Readonly<Record<string, number>>
  children: ReactNode
}

const goalOf = (event: DragEvent) =>
  event.target instanceof Element
    ? (event.target.closest<HTMLElement>('[data-goal]')?.dataset.goal ?? null)
    : null

/** Drag and drop as an extra: buttons do the same by keyboard. */
export function GoalOrder({ regionId, versions, children }: GoalOrderProps) {
  const [result, place] = useFormAction(placeGoalAction)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const stop = new AbortController()
    let dragged: string | null = null
    const on = (name: 'dragstart' | 'dragover' | 'drop', listener: (event: DragEvent) => void) =>
      list.current?.addEventListener(name, listener, { signal: stop.signal })
    on('dragstart', (event) => (dragged = goalOf(event)))
    on('dragover', (event) => dragged !== null && event.preventDefault())
    on('drop', (event) => {
      event.preventDefault()
      const beforeId = goalOf(event)
      if (dragged !== null && beforeId !== null && beforeId !== dragged) {
        const form = new FormData()
        for (const [name, value] of Object.entries({
          regionId,
          goalId: dragged,
          beforeId,
          version: String(versions[dragged] ?? 0),
        }))
          form.set(name, value)
        startTransition(() => place(form))
      }
      dragged = null
    })
    return () => stop.abort()
  }, [regionId, versions, place])
  return (
    <div ref={list}>
      <FormErrors result={result} labels={{}} />
      {children}
    </div>
  )
}
