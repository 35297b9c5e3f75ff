function differs(control: Element): boolean {
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue
  if (control instanceof HTMLSelectElement) {
    const options = [...control.options]
    const stored = options.filter((option) => option.defaultSelected)
    const shown = stored.length > 0 || control.multiple ? stored : options.slice(0, 1)
    return options.some((option) => option.selected !== shown.includes(option))
  }
  if (!(control instanceof HTMLInputElement) || control.type === 'hidden') return false
  const { type, value, checked, defaultChecked, defaultValue } = control
  if (type === 'checkbox' || type === 'radio') return checked !== defaultChecked
  return type === 'file' ? value !== '' : value !== defaultValue
}

export function differsFromStored(form: HTMLFormElement): boolean {
  return [...form.elements].some(
    (control) => 'name' in control && control.name !== '' && differs(control),
  )
}

const WORDLESS = new Set(['hidden', 'checkbox', 'radio', 'submit', 'button'])

/** After a refusal the page is rendered with typed text, none of which is saved. */
export function holdsText(form: HTMLFormElement): boolean {
  return [...form.elements].some((control) => {
    if (control instanceof HTMLTextAreaElement) return control.value !== ''
    return (
      control instanceof HTMLInputElement && !WORDLESS.has(control.type) && control.value !== ''
    )
  })
}
