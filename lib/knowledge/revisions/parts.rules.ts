/**
 * An initiative is written in parts. The first part is what submitting needs, in twelve questions;
 * each other part is a topic of its own that can be added later, in any order. A part saves its own
 * fields and leaves the rest as it is stored.
 * Source: docs/domain.md, section 4; docs/adr/0042-an-initiative-in-parts.md.
 */
import type { FormValues } from '@/lib/base/http/action-result'
import { contentToValues } from './rules'
import type { DraftContent } from './types'

type Field = keyof DraftContent

/** The topics of later, by the word in their address. */
export const TOPICS = {
  verhaal: ['story'],
  aanleiding: ['problem', 'goals'],
  stappen: [
    'steps',
    'workingElements',
    'style',
    'drivers',
    'plannedInstruments',
    'blockedInstruments',
  ],
  resultaten: ['results', 'expectedImpact', 'knowledgeGaps'],
  geleerd: ['successFactors', 'lessons', 'wouldDoDifferently', 'recommendations'],
  overnemen: ['scalabilitySupports', 'scalabilityLimits'],
  mensen: ['ownerName', 'partners', 'contactRole'],
  bronnen: ['sources'],
} as const satisfies Record<string, readonly Field[]>

export type Topic = keyof typeof TOPICS
export type Part = 'basis' | Topic

const QUESTION_FIELDS = {
  title: ['title'],
  summary: ['summary'],
  targetGroups: ['targetGroups'],
  regions: ['regions'],
  instruments: ['instruments'],
  sectors: ['sectors'],
  challenges: ['challenges'],
  approach: ['steps'],
  impact: ['impact'],
  obstacles: ['obstacles'],
  contact: ['contactName', 'contactEmail', 'contactConsent'],
  period: ['lifecycle', 'stopReason', 'startsOn', 'endsOn'],
} as const satisfies Record<string, readonly Field[]>

export type Question = keyof typeof QUESTION_FIELDS
export const QUESTIONS = Object.keys(QUESTION_FIELDS) as Question[]
export const BASIS_FIELDS: readonly Field[] = Object.values(QUESTION_FIELDS).flat()

/** The form shows steps as lines; `stepLines` is the name of that field. */
export const STEP_LINES = 'stepLines'

export const isTopic = (word: unknown): word is Topic =>
  typeof word === 'string' && Object.hasOwn(TOPICS, word)

export const isPart = (word: unknown): word is Part => word === 'basis' || isTopic(word)

export const fieldsOf = (part: Part): readonly Field[] =>
  part === 'basis' ? BASIS_FIELDS : TOPICS[part]

const MAX_NAME = 120
const AFTER_NAME = /^([^:]{1,120}): (.+)$/

type Step = DraftContent['steps'][number]

function lineToStep(line: string): Step {
  const [, name, description] = AFTER_NAME.exec(line) ?? []
  if (name !== undefined && description !== undefined) return { name, description }
  if (line.length <= MAX_NAME) return { name: line, description: '' }
  const end = line.lastIndexOf(' ', MAX_NAME)
  const cut = end > 0 ? end : MAX_NAME
  return { name: line.slice(0, cut).trimEnd(), description: line.slice(cut).trimStart() }
}

/** A step on each line: "name: what happens", or the line alone. */
export function linesToSteps(text: string): Step[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map(lineToStep)
}

export const stepsToLines = (steps: readonly Step[]): string =>
  steps
    .map(({ name, description }) => (description === '' ? name : `${name}: ${description}`))
    .join('\n')

/** False for steps that lines cannot show without changing them, such as one with an empty line. */
export const fitsLines = (steps: readonly Step[]): boolean =>
  JSON.stringify(linesToSteps(stepsToLines(steps))) ===
  JSON.stringify(steps.map(({ name, description }) => ({ name, description })))

const fieldOf = (name: string) => name.split('.')[0] ?? name

/** What a part posted, over what is stored of the other parts. Form values, as schemas read them. */
export function partValues(content: DraftContent, part: Part, posted: FormValues): FormValues {
  const { [STEP_LINES]: lines, ...fields } = posted
  const own = new Set<string>(fieldsOf(part))
  // Steps that lines cannot show are not in the form of the first part, and stay.
  if (part === 'basis' && lines === undefined) own.delete('steps')
  const stored = Object.entries(contentToValues(content)).filter(
    ([name]) => !own.has(fieldOf(name)),
  )
  const sent = Object.entries(fields).filter(([name]) => own.has(fieldOf(name)))
  const steps = typeof lines === 'string' ? linesToSteps(lines) : []
  const rows = steps.flatMap(({ name, description }, index): [string, string][] => [
    [`steps.${String(index)}.name`, name],
    [`steps.${String(index)}.description`, description],
  ])
  return Object.fromEntries<string | string[]>([...stored, ...sent, ...rows])
}

/** The values of the form of a part, from what is stored. */
export function valuesOfPart(content: DraftContent, part: Part): FormValues {
  const own = new Set<string>(fieldsOf(part))
  const values = Object.fromEntries(
    Object.entries(contentToValues(content)).filter(([name]) => own.has(fieldOf(name))),
  )
  return part === 'basis' && fitsLines(content.steps)
    ? { ...values, [STEP_LINES]: stepsToLines(content.steps) }
    : values
}

function isFilled(value: DraftContent[Field]): boolean {
  if (Array.isArray(value)) return value.length > 0
  return value !== null && value !== '' && value !== false && value !== 'unknown'
}

const isAnswered: Partial<Record<Question, (content: DraftContent) => boolean>> = {
  approach: ({ steps, workingElements }) => steps.length + workingElements.length > 0,
  impact: ({ impact, results }) => impact.length + results.length > 0,
  contact: ({ contactName, contactEmail }) => contactName !== null || contactEmail !== null,
  period: ({ lifecycle, startsOn }) => lifecycle !== 'unknown' || startsOn !== null,
}

export interface Completeness {
  answered: number
  questions: number
  /** The topics of later of which something is filled in. */
  topics: Topic[]
}

/** How much of an initiative is filled in; says nothing of how good it is. */
export function completeness(content: DraftContent): Completeness {
  const answered = QUESTIONS.filter((question) => {
    const test = isAnswered[question]
    if (test) return test(content)
    return QUESTION_FIELDS[question].every((field) => isFilled(content[field]))
  })
  return {
    answered: answered.length,
    questions: QUESTIONS.length,
    topics: (Object.keys(TOPICS) as Topic[]).filter((topic) =>
      TOPICS[topic].some((field) => isFilled(content[field])),
    ),
  }
}
