import { readFileSync } from 'node:fs'

/** Documents in the manner of project plans, evaluations and subsidy decisions, with their answers. */
export type Part =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'item' | 'paragraph'; text: string }
  | { kind: 'row'; cells: string[] }

export interface Example {
  name: string
  format: 'docx' | 'odt' | 'pdf' | 'txt'
  headings: string
  parts: Part[]
  /** What a careful reader would fill in: a text is one line, a list several. */
  gold: Map<string, string[]>
}

const MARK = / \{(\w+)(?:=([^}]*))?\}$/
const LINE_FIELDS = new Set(['goals', 'impact', 'obstacles', 'lessons', 'recommendations', 'steps'])

const NAMES = new Set(['ownerName', 'contactName'])
const FORMATS = ['docx', 'odt', 'pdf', 'txt'] as const

const sentences = (text: string) => text.split(/(?<=[.!?])\s+/)

function toPart(text: string): Part {
  const heading = /^(#{1,3}) (.*)$/.exec(text)
  if (heading) return { kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' }
  if (text.startsWith('| ')) return { kind: 'row', cells: text.slice(2).split(' | ') }
  const item = /^(?:-|\d+\.) (.*)$/.exec(text)?.[1]
  return item === undefined ? { kind: 'paragraph', text } : { kind: 'item', text: item }
}

const shown = (part: Part) => (part.kind === 'row' ? part.cells.join(' | ') : part.text)

function add(gold: Map<string, string[]>, field: string, values: string[]): void {
  gold.set(field, [...(gold.get(field) ?? []), ...values])
}

function mark(
  gold: Map<string, string[]>,
  part: Part,
  field: string,
  given: string | undefined,
): void {
  if (given !== undefined) return add(gold, field, [given])
  const text = shown(part)
  const isList = part.kind === 'paragraph' && LINE_FIELDS.has(field)
  add(gold, field, isList ? sentences(text) : [text])
}

function toGold(facts: Readonly<Record<string, string>>, gold: Map<string, string[]>): void {
  for (const [field, value] of Object.entries(facts)) {
    if (field === 'partners') gold.set(field, value.split('; '))
    else gold.set(field, NAMES.has(field) ? [value] : value.split(' '))
  }
}

function readLine(line: string, parts: Part[], gold: Map<string, string[]>): void {
  const [whole = '', field, given] = MARK.exec(line) ?? []
  const part = toPart(line.slice(0, line.length - whole.length))
  parts.push(part)
  if (field !== undefined) mark(gold, part, field, given)
}

function toExample(text: string): Example {
  const gold = new Map<string, string[]>()
  const facts = new Map<string, string>()
  const parts: Part[] = []
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [, fact, value = ''] = /^@ (\w+): (.*)$/.exec(line) ?? []
    if (fact === undefined) readLine(line, parts, gold)
    else facts.set(fact, value)
  }
  const { name = '', format = 'txt', headings = 'style', ...rest } = Object.fromEntries(facts)
  toGold(rest, gold)
  return { name, format: FORMATS.find((one) => one === format) ?? 'txt', headings, parts, gold }
}

const KINDS = ['plans', 'evaluations', 'decisions'] as const

export const examples = (): Example[] =>
  KINDS.flatMap((kind) =>
    readFileSync(new URL(`${kind}.txt`, import.meta.url), 'utf8')
      .split(/^=====$/m)
      .map(toExample),
  )
