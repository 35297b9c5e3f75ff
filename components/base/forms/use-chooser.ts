'use client'
import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react'
import { findChoices, type Choice, type ChoiceGroup } from './choose'

const boxesOf = (field: HTMLElement): HTMLInputElement[] => [
  ...field.querySelectorAll<HTMLInputElement>('input[type=checkbox]'),
]

/** Which boxes are ticked, also after the form is reset or filled by a script. */
function useTicked(field: RefObject<HTMLElement | null>, selected: readonly string[]) {
  const [ticked, setTicked] = useState<readonly string[]>(selected)
  const look = () => {
    const values = field.current
      ? boxesOf(field.current)
          .filter(({ checked }) => checked)
          .map(({ value }) => value)
      : []
    setTicked([...new Set(values)])
  }
  useEffect(() => {
    const form = field.current?.closest('form')
    const later = () => queueMicrotask(look)
    form?.addEventListener('reset', later)
    later()
    return () => form?.removeEventListener('reset', later)
  }, [field])
  /** As if the box itself was clicked, so that the form hears of it. Tells whether it is ticked. */
  const click = (value: string): boolean | null => {
    const box = field.current && boxesOf(field.current).find((one) => one.value === value)
    if (!box) return null
    box.click()
    look()
    return box.checked
  }
  return { ticked, look, click }
}

const pressOf = (keys: Record<string, (() => void) | undefined>) => (event: KeyboardEvent) => {
  const act = keys[event.key]
  if (!act) return
  event.preventDefault()
  act()
}

/** The keyboard and the list of a field in which options are chosen by typing. */
export function useChooser(
  field: RefObject<HTMLElement | null>,
  groups: readonly ChoiceGroup[],
  selected: readonly string[],
) {
  const { ticked, look, click } = useTicked(field, selected)
  const [words, setWords] = useState('')
  const [active, setActive] = useState(0)
  const [shown, setShown] = useState(false)
  const [changed, setChanged] = useState<{ label: string; added: boolean } | null>(null)
  const found = shown ? findChoices(groups, words) : []

  const close = () => {
    setShown(false)
    setActive(0)
  }
  const tick = (value: string, label: string) => {
    const added = click(value)
    if (added !== null) setChanged({ label, added })
  }
  const choose = (choice: Choice | undefined) => {
    if (!choice) return
    // What is chosen stays chosen; its chip takes it away.
    if (ticked.includes(choice.value)) setChanged({ label: choice.label, added: true })
    else tick(choice.value, choice.label)
    setWords('')
    close()
  }
  const move = (by: number) => {
    setShown(true)
    setActive((at) => Math.min(Math.max(0, at + by), Math.max(0, found.length - 1)))
  }
  const press = pressOf({
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    // Enter would send the form, also when nothing fits what is typed.
    Enter: words === '' ? undefined : () => choose(found[active]),
    Escape: shown && words !== '' ? close : undefined,
  })
  return {
    ticked,
    look,
    words,
    /** Something is typed and the list is open, with or without anything in it. */
    isLooking: shown && words !== '',
    found,
    active,
    changed,
    tick,
    choose,
    close,
    type: (typed: string) => {
      setWords(typed)
      setActive(0)
      setShown(true)
    },
    press,
  }
}
