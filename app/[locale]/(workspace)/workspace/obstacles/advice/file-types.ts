const KINDS = ['csv', 'xlsx', 'docx'] as const

/** The files an advice can be. */
export const isFileKind = (text: string): text is (typeof KINDS)[number] =>
  KINDS.some((kind) => kind === text)
