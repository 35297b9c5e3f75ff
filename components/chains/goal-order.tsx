'use client'
import { startTransition, useActionState, useState, type DragEvent, type ReactNode } from 'react'
import { FormErrors } from '@/components/forms/form-state'
import { placeGoalAction } from '@/lib/chains/actions'
import { idle } from '@/lib/platform/action-result'

interface GoalOrderProps {
  regionId: string
  versions: Readonly<Record<string, number>>
  children: ReactNode
}

const goalOf = (event: DragEvent) => (event.target instanceof Element ? event.target.closest<HTMLElement>('[data-goal]') : null)

/** Dragging as an extra beside the buttons: a goal dropped on another one comes right before it. Without JavaScript it is a plain list. */
export function GoalOrder({ regionId, versions, children }: GoalOrderProps) {
  const [result, place] = useActionState(placeGoalAction, idle)
  const [dragged, setDragged] = useState<string | null>(null)
  const drop = (event: DragEvent) => {
    const beforeId = goalOf(event)?.dataset.goal
    event.preventDefault()
    setDragged(null)
    if (dragged === null || beforeId === undefined || beforeId === dragged) return
    const form = new FormData()
    for (const [name, value] of Object.entries({ regionId, goalId: dragged, beforeId, version: String(versions[dragged] ?? 0) })) form.set(name, value)
    startTransition(() => place(form))
  }
  return (
    <>
      <FormErrors result={result} labels={{}} />
      {/* The buttons in each row do the same by keyboard. */}
      <div
        role="group"
        onDragStart={(event) => setDragged(goalOf(event)?.dataset.goal ?? null)}
        onDragOver={(event) => dragged !== null && event.preventDefault()}
        onDrop={drop}
      >
        {children}
      </div>
    </>
  )
}
