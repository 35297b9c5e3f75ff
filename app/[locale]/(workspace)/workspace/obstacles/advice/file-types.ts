const KINDS = ['csv', 'xlsx', 'docx'] as const

export const isFileKind = (text: string): text is (typeof KINDS)[number] =>
  KINDS.some((kind) => kind === text)
