/**
 * The list of initiatives as a file: which files there are, and how many rows one holds.
 * Source: docs/adr/0049-taking-initiatives-along.md.
 */

export const LIST_FILES = ['xlsx', 'csv', 'ods', 'json'] as const
export type ListFile = (typeof LIST_FILES)[number]

/** More are a task for the open data, which has pages. */
export const MAX_EXPORTED = 5_000

export const isListFile = (name: string | null): name is ListFile =>
  LIST_FILES.some((file) => file === name)
