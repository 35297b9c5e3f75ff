/** What is left of a document: its words in their order, without layout, pictures and links. */
export type Block =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'item'; text: string }
  /** A row of a table with two columns. */
  | { kind: 'pair'; label: string; value: string }
  | { kind: 'row'; cells: string[] }

export const DOCUMENT_KINDS = ['docx', 'odt', 'pdf', 'txt'] as const

export const DOCUMENT_PROBLEMS = [
  'empty',
  'tooLarge',
  'wrongKind',
  'oldWord',
  'program',
  'broken',
  'password',
  'tooManyPages',
  'tooMuchText',
  'picture',
  'noText',
  'tookLong',
  'busy',
] as const
/** Each has words of its own in the messages. */
export type DocumentProblem = (typeof DOCUMENT_PROBLEMS)[number]

export const MAX_DOCUMENT_BYTES = 20 * 1_024 * 1_024
export const MAX_PAGES = 100
export const MAX_CHARACTERS = 300_000
export const MAX_BLOCKS = 4_000

export type Reading = { blocks: Block[] } | { problem: DocumentProblem }

export class DocumentError extends Error {
  readonly problem: DocumentProblem

  constructor(problem: DocumentProblem) {
    super(problem)
    this.name = 'DocumentError'
    this.problem = problem
  }
}
