export const MAX_ATTACHMENT_BYTES = 20 * 1_024 * 1_024

export const ATTACHMENT_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
} as const

export type AttachmentKind = keyof typeof ATTACHMENT_TYPES

export const isAttachmentKind = (text: string): text is AttachmentKind =>
  Object.hasOwn(ATTACHMENT_TYPES, text)

/** Each has words of its own in the `errors` namespace. */
export type AttachmentProblem =
  | 'fileEmpty'
  | 'file20TooLarge'
  | 'attachmentUnknown'
  | 'attachmentName'
  | 'attachmentProgram'
  | 'attachmentOld'
  | 'attachmentMacros'
  | 'attachmentPassword'
  | 'attachmentBroken'
  | 'attachmentBomb'
  | 'fileSlow'
  | 'fileBusy'

export type Inspection = { kind: AttachmentKind } | { problem: AttachmentProblem }
