'use client'
import { useRef, useState, type KeyboardEvent } from 'react'
import { addressOf, afterArrow, type SuggestedOption } from './suggestions'

export const PAUSE_MS = 150
const SHORTEST = 2

async function fetchSuggestions(
  text: string,
  signal: AbortSignal,
): Promise<readonly SuggestedOption[] | undefined> {
  try {
    const response = await fetch(`/api/v1/suggesties?q=${encodeURIComponent(text)}`, { signal })
    if (!response.ok) return undefined
    const { items } = (await response.json()) as { items: SuggestedOption[] }
    return items
  } catch {
    return undefined
  }
}

export function useSuggestions(list: string) {
  const [options, setOptions] = useState<readonly SuggestedOption[]>([])
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const request = useRef<AbortController>(undefined)
  const shown = open && options.length > 0

  const close = () => {
    clearTimeout(timer.current)
    request.current?.abort()
    setOpen(false)
    setActive(-1)
  }

  const look = async (text: string) => {
    const controller = new AbortController()
    request.current = controller
    const found = await fetchSuggestions(text, controller.signal)
    if (!found) return
    setOptions(found)
    setActive(-1)
    setOpen(true)
  }

  const type = (text: string) => {
    close()
    if (text.trim().length < SHORTEST) setOptions([])
    else timer.current = setTimeout(() => void look(text.trim()), PAUSE_MS)
  }

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key } = event
    if (key === 'Escape' && shown) {
      event.preventDefault()
      close()
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && options.length > 0) {
      event.preventDefault()
      setOpen(true)
      setActive((now) => afterArrow(now, key, options.length))
    } else if (key === 'Enter') {
      const chosen = shown ? options[active] : undefined
      if (!chosen) return
      event.preventDefault()
      window.location.assign(addressOf(chosen, list))
    }
  }

  return { options, active, shown, type, press, close }
}
