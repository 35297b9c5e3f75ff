'use client'
import { useTranslations } from 'next-intl'
import { useId, useRef, useSyncExternalStore, type ReactNode } from 'react'
import { CheckboxList } from './choices'
import type { Choice, ChoiceGroup, ChoiceOption } from './choose'
import { controlClass, described, FieldGroup, fieldId, type FieldProps } from './field'
import { useChooser } from './use-chooser'

type Chooser = ReturnType<typeof useChooser>

interface ChooserFieldProps extends FieldProps {
  label: string
  groups: readonly ChoiceGroup[]
  selected: readonly string[]
  /** Below the list: what to do when the right one is not there. */
  otherwise?: ReactNode
}

/**
 * Options are chosen by typing and stand as chips; the whole list is one fold-out of checkboxes.
 * These are the controls of the form, so that it works without scripts (ARIA: combobox pattern).
 */
export function ChooserField({ groups, selected, otherwise, ...field }: ChooserFieldProps) {
  const t = useTranslations('forms.chooser')
  const box = useRef<HTMLDivElement>(null)
  const chooser = useChooser(box, groups, selected)
  const options = new Map(
    groups.flatMap((group) => group.options.map((option) => [option.value, option] as const)),
  )
  const chosen = chooser.ticked.flatMap((value) => options.get(value) ?? [])
  return (
    <FieldGroup {...field}>
      <Chips chosen={chosen} onRemove={({ value, label }) => chooser.tick(value, label)} />
      <ChooserInput field={field} chooser={chooser} chosen={chosen} />
      <div ref={box} onChange={chooser.look}>
        <details className="mt-2">
          <summary className="min-h-11 py-2.5 text-sm">
            {t('list', { count: options.size })}
          </summary>
          <div className="rounded-md border border-hairline bg-raised px-4 py-3">
            {groups.map((group) => (
              <div key={group.label} role="group" aria-label={group.label} className="py-2">
                {groups.length === 1 ? null : (
                  <p aria-hidden className="text-sm font-semibold">
                    {group.label}
                  </p>
                )}
                <CheckboxList
                  name={field.name}
                  options={group.options.map((option) => ({
                    ...option,
                    label: nameOf(option),
                  }))}
                  chosen={new Set(selected)}
                />
              </div>
            ))}
          </div>
        </details>
      </div>
      {otherwise}
    </FieldGroup>
  )
}

const nameOf = ({ label, kind }: ChoiceOption) =>
  kind === undefined ? label : `${label} (${kind})`

const CHIP =
  'inline-flex min-h-9 items-center gap-2 rounded-full border border-green bg-green-wash px-3 text-ink'
const noChanges = () => () => undefined

function Chips({
  chosen,
  onRemove,
}: {
  chosen: readonly ChoiceOption[]
  onRemove: (option: ChoiceOption) => void
}) {
  const t = useTranslations('forms.chooser')
  // A button that needs a script is none until the script is there.
  const isLive = useSyncExternalStore(
    noChanges,
    () => true,
    () => false,
  )
  if (chosen.length === 0) return null
  return (
    <ul aria-label={t('chosen')} className="mb-2 flex flex-wrap gap-2">
      {chosen.map((option) => (
        <li key={option.value}>
          {isLive ? (
            <button
              type="button"
              onClick={() => onRemove(option)}
              aria-label={t('remove', { name: nameOf(option) })}
              className={CHIP}
            >
              {nameOf(option)}
              <span aria-hidden>×</span>
            </button>
          ) : (
            <span className={CHIP}>{nameOf(option)}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What happened, for whoever does not see the list and the chips. */
function useSaid({ isLooking, found, changed }: Chooser, count: number): string {
  const t = useTranslations('forms.chooser')
  if (isLooking) return t('found', { count: found.length })
  if (!changed) return ''
  return t(changed.added ? 'added' : 'removed', { name: changed.label, count })
}

function ChooserInput({
  field,
  chooser,
  chosen,
}: {
  field: FieldProps & { label: string }
  chooser: Chooser
  chosen: readonly ChoiceOption[]
}) {
  const t = useTranslations('forms.chooser')
  const listId = useId()
  const { found, active, words } = chooser
  const said = useSaid(chooser, chosen.length)
  const open = found.length > 0
  const values = new Set(chosen.map(({ value }) => value))
  return (
    <div className="relative [@media(scripting:none)]:hidden">
      <input
        type="text"
        id={`${fieldId(field.name, field.scope)}-type`}
        role="combobox"
        autoComplete="off"
        aria-label={t('type', { label: field.label })}
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open ? `${listId}-${active}` : undefined}
        {...described(field)}
        placeholder={t('placeholder')}
        value={words}
        onChange={(event) => chooser.type(event.target.value)}
        onKeyDown={chooser.press}
        onBlur={chooser.close}
        className={`${controlClass} min-h-11`}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t('options')}
        hidden={!open}
        className="absolute inset-x-0 top-full z-20 mt-1 max-h-96 overflow-auto rounded-md border border-edge bg-raised py-1 shadow-lg"
      >
        {found.map((choice, index) => (
          <Found
            key={choice.value}
            id={`${listId}-${index}`}
            choice={choice}
            isActive={index === active}
            isChosen={values.has(choice.value)}
            onChoose={() => chooser.choose(choice)}
          />
        ))}
      </div>
      {chooser.isLooking && !open ? <p className="mt-1 text-sm text-muted">{t('none')}</p> : null}
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  )
}

function Found({
  id,
  choice,
  isActive,
  isChosen,
  onChoose,
}: {
  id: string
  choice: Choice
  isActive: boolean
  isChosen: boolean
  onChoose: () => void
}) {
  const t = useTranslations('forms.chooser')
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      // Before the field loses the focus, which closes the list.
      onMouseDown={(event) => {
        event.preventDefault()
        onChoose()
      }}
      className={`cursor-pointer px-3 py-2 hover:bg-green-wash ${isActive ? 'bg-green-wash' : ''}`}
    >
      <span className="block">
        {nameOf(choice)}
        {choice.foundAs === null ? null : (
          <span className="text-muted"> {t('also', { name: choice.foundAs })}</span>
        )}
        {isChosen ? <span className="text-green"> {t('isChosen')}</span> : null}
      </span>
      {choice.hint ? <span className="block text-sm text-muted">{choice.hint}</span> : null}
    </div>
  )
}
