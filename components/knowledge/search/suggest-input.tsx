'use client'
import { useId, useRef, useState, type KeyboardEvent } from 'react'

interface Option {
  soort: string
  slug: string
  label: string
  labelEn: string
  aantal: number
}

interface SuggestInputProps {
  id: string
  q: string
  className: string
  describedBy: string
  /** Address of the list of initiatives in the reader's language. */
  list: string
  english: boolean
  words: { title: string; kinds: Record<string, string>; announce: Record<number, string> }
}

const PAUSE_MS = 150
const SHORTEST = 2

/** A search field that suggests terms, regions and initiatives: a combobox by the ARIA pattern. Without JavaScript it is a plain field. */
export function SuggestInput({
  id,
  q,
  className,
  describedBy,
  list,
  english,
  words,
}: SuggestInputProps) {
  const listId = useId()
  const [options, setOptions] = useState<readonly Option[]>([])
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const request = useRef<AbortController>(undefined)
  const shown = open && options.length > 0
  const hrefOf = ({ soort, slug }: Option) =>
    soort === 'initiatief' ? `${list}/${slug}` : `${list}?${soort}=${encodeURIComponent(slug)}`

  const close = () => {
    clearTimeout(timer.current)
    request.current?.abort()
    setOpen(false)
    setActive(-1)
  }

  const look = async (text: string) => {
    const controller = new AbortController()
    request.current = controller
    try {
      const response = await fetch(`/api/v1/suggesties?q=${encodeURIComponent(text)}`, {
        signal: controller.signal,
      })
      if (!response.ok) return
      const { items } = (await response.json()) as { items: Option[] }
      setOptions(items)
      setActive(-1)
      setOpen(true)
    } catch {
      // Suggestions are a help: without an answer the field still searches.
    }
  }

  const typed = (text: string) => {
    close()
    if (text.trim().length < SHORTEST) setOptions([])
    else timer.current = setTimeout(() => void look(text.trim()), PAUSE_MS)
  }

  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && shown) {
      event.preventDefault()
      close()
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
      event.preventDefault()
      setOpen(true)
      // One place more than there are options: between the last and the first stands the field itself.
      const places = options.length + 1
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((now) => ((now + 1 + step + places) % places) - 1)
    } else if (event.key === 'Enter') {
      const chosen = shown ? options[active] : undefined
      if (!chosen) return
      event.preventDefault()
      window.location.assign(hrefOf(chosen))
    }
  }

  return (
    <div className="relative w-full min-w-0">
      <input
        id={id}
        name="q"
        type="search"
        defaultValue={q}
        maxLength={200}
        autoComplete="off"
        aria-describedby={describedBy}
        className={className}
        role="combobox"
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
        onChange={(event) => typed(event.target.value)}
        onKeyDown={pressed}
        onBlur={() => setTimeout(close, PAUSE_MS)}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={words.title}
        hidden={!shown}
        className="absolute inset-x-0 top-full z-30 mt-1 max-h-96 overflow-auto rounded-md border border-edge bg-raised py-1 shadow-lg"
      >
        {options.map((option, index) => (
          <a
            key={`${option.soort} ${option.slug}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            href={hrefOf(option)}
            className={`flex min-h-11 items-baseline justify-between gap-4 px-3 py-2 text-ink no-underline hover:bg-green-wash ${index === active ? 'bg-green-wash' : ''}`}
          >
            <span>{english ? option.labelEn : option.label}</span>
            <span className="shrink-0 text-sm text-muted">
              {words.kinds[option.soort]}
              {option.soort === 'initiatief' ? '' : ` · ${option.aantal}`}
            </span>
          </a>
        ))}
      </div>
      <span role="status" className="sr-only">
        {shown ? words.announce[options.length] : ''}
      </span>
    </div>
  )
}
