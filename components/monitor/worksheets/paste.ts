import { COLUMNS } from '@/lib/monitor/worksheets/types'

/** Tab-separated text of a spreadsheet as rows; null for a text of one cell. */
export function pastedTable(text: string): string[][] | null {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const rows = lines.slice(0, lines.findLastIndex((line) => line !== '') + 1)
  if (rows.length < 2 && !text.includes('\t')) return null
  return rows.map((row) => row.split('\t').map(unquoted))
}

/** A spreadsheet puts quotes around a cell that holds a line end or a quote. */
function unquoted(cell: string): string {
  const inner = /^"([^]*)"$/.exec(cell)?.[1]
  return (inner === undefined ? cell : inner.replaceAll('""', '"')).trim()
}

/** So that the form hears of it as if it was typed. */
function type(input: HTMLInputElement, text: string): void {
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

/**
 * Puts a pasted table in the cells from `start` on, right and down, and sends the rows that
 * changed as one batch. Cells that a row does not have stay out and are counted.
 */
export function pasteInto(
  table: HTMLElement,
  start: HTMLInputElement,
  pasted: readonly (readonly string[])[],
): { filled: number; skipped: number } {
  const forms = [...table.querySelectorAll<HTMLFormElement>('form[data-row]')]
  const first = forms.findIndex((form) => form.contains(start))
  const column = COLUMNS.findIndex((name) => name === start.dataset.column)
  const batch = crypto.randomUUID()
  const touched = new Set<HTMLFormElement>()
  let filled = 0
  let skipped = 0
  pasted.forEach((cells, down) => {
    const form = forms[first + down]
    cells.forEach((text, right) => {
      const input = form?.querySelector<HTMLInputElement>(
        `input[data-column="${COLUMNS[column + right] ?? ''}"]`,
      )
      if (!form || !input) {
        if (text !== '') skipped += 1
        return
      }
      if (input.value === text) return
      type(input, text)
      touched.add(form)
      filled += 1
    })
  })
  for (const form of touched) {
    const field = form.elements.namedItem('batchId')
    if (field instanceof HTMLInputElement) field.value = batch
    form.requestSubmit()
  }
  return { filled, skipped }
}
