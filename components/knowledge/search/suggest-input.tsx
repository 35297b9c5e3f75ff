'use client'
import { useId } from 'react'
import { addressOf, type SuggestedOption } from './suggestions'
import { PAUSE_MS, useSuggestions } from './use-suggestions'

interface SuggestInputProps {
  id: string
  q: string
  className: string
  describedBy: string
  list: string
  english: boolean
  labels: { title: string; kinds: Record<string, string>; announce: Record<number, string> }
}

function Suggestion({
  id,
  option,
  active,
  href,
  english,
  kinds,
}: {
  id: string
  option: SuggestedOption
  active: boolean
  href: string
  english: boolean
  kinds: Readonly<Record<string, string>>
}) {
  return (
    <a
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      href={href}
      className={`flex min-h-11 items-baseline justify-between gap-4 px-3 py-2 text-ink no-underline hover:bg-green-wash ${active ? 'bg-green-wash' : ''}`}
    >
      <span>{english ? option.labelEn : option.label}</span>
      <span className="shrink-0 text-sm text-muted">
        {kinds[option.soort]}
        {option.soort === 'initiatief' ? '' : ` · ${option.aantal}`}
      </span>
    </a>
  )
}

export function SuggestInput({
  id,
  q,
  className,
  describedBy,
  list,
  english,
  labels,
}: SuggestInputProps) {
  const listId = useId()
  const { options, active, shown, type, press, close } = useSuggestions(list)

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
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
        onBlur={() => setTimeout(close, PAUSE_MS)}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={labels.title}
        hidden={!shown}
        className="absolute inset-x-0 top-full z-30 mt-1 max-h-96 overflow-auto rounded-md border border-edge bg-raised py-1 shadow-lg"
      >
        {options.map((option, index) => (
          <Suggestion
            key={`${option.soort} ${option.slug}`}
            id={`${listId}-${index}`}
            option={option}
            active={index === active}
            href={addressOf(option, list)}
            english={english}
            kinds={labels.kinds}
          />
        ))}
      </div>
      <span role="status" className="sr-only">
        {shown ? labels.announce[options.length] : ''}
      </span>
    </div>
  )
}
