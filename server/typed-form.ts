// Repeats a failed form with its typed text, so that nothing is lost with the page.
import { escapeMarkup } from '../lib/base/text/text.ts'
import type { Language } from './error-pages.ts'

export interface TypedField {
  name: string
  value: string
}

export interface TypedForm {
  fields: readonly TypedField[]
  hadFile: boolean
  canRepeat: boolean
  /** Shown also without long text, because the page of the form is out of reach. */
  isKept?: boolean
}

const NOTHING: TypedForm = { fields: [], hadFile: false, canRepeat: false }
const SECRET = /password|wachtwoord|secret/i

export async function readTypedForm(
  body: Buffer,
  contentType: string,
  canRepeat: boolean,
): Promise<TypedForm> {
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': contentType },
    }).formData()
    const entries = [...form]
    // Forms with a password are not repeated.
    if (entries.some(([name]) => SECRET.test(name))) return NOTHING
    const fields = entries.flatMap(([name, value]) =>
      typeof value === 'string' ? [{ name, value }] : [],
    )
    return {
      fields,
      hadFile: entries.some(([, value]) => value instanceof File && value.size > 0),
      canRepeat,
    }
  } catch {
    return NOTHING
  }
}

const isTyped = ({ name, value }: TypedField) =>
  !name.startsWith('$') && (/\s/.test(value.trim()) || value.length > 40)

const LABELS = {
  nl: {
    heading: 'Wat u had ingevuld',
    note: 'Kopieer uw tekst voor de zekerheid.',
    label: 'Tekst',
    file: 'Kies uw bestand daarna opnieuw in het formulier zelf.',
    again: 'Verstuur opnieuw',
  },
  en: {
    heading: 'What you had filled in',
    note: 'Copy your text to be sure.',
    label: 'Text',
    file: 'After that, choose your file again in the form itself.',
    again: 'Send again',
  },
} as const

const CHARACTERS_PER_LINE = 60
const MAX_ROWS = 16

function textarea({ name, value }: TypedField, index: number, label: string): string {
  const lines = value.split('\n').length - 1 + Math.ceil(value.length / CHARACTERS_PER_LINE)
  const id = `typed-${index}`
  return [
    `<p class="mt-4"><label class="block font-semibold" for="${id}">${label} ${index + 1}</label>`,
    `<textarea class="mt-1 block w-full max-w-measure rounded-md border border-edge bg-raised p-3" id="${id}" `,
    `name="${escapeMarkup(name)}" rows="${Math.min(MAX_ROWS, Math.max(2, lines))}">`,
    // Browsers drop the first line end in a textarea.
    `\n${escapeMarkup(value)}</textarea></p>`,
  ].join('')
}

const hidden = ({ name, value }: TypedField) =>
  `<input type="hidden" name="${escapeMarkup(name)}" value="${escapeMarkup(value)}">`

export function typedForm(
  { fields, hadFile, canRepeat, isKept = false }: TypedForm,
  language: Language,
): string {
  const shows = isKept ? fields.length > 0 : fields.some(isTyped)
  if (!shows) return ''
  const labels = LABELS[language]
  let shown = 0
  const markup = fields.map((field) =>
    isTyped(field) ? textarea(field, shown++, labels.label) : hidden(field),
  )
  const button = `<p class="mt-6"><button class="min-h-11 rounded-md bg-green px-5 font-semibold text-on-green">${labels.again}</button></p>`
  return [
    `<section class="mt-10"><h2 class="font-serif text-2xl">${labels.heading}</h2><p class="mt-2">${labels.note}</p>`,
    `<form method="post" enctype="multipart/form-data">${markup.join('')}${canRepeat ? button : ''}</form>`,
    hadFile ? `<p class="mt-4">${labels.file}</p>` : '',
    '</section>',
  ].join('')
}
