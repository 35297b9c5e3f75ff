/**
 * Typed text that is not sent yet is kept for whoever typed it, and for nobody else. It is a
 * convenience and no record: it changes nothing, is told to nobody and goes when the form is sent.
 * Source: docs/quality.md, "Forms"; docs/adr/0041-nothing-typed-is-lost.md.
 */

/** One place to type at a time is usual; this many says that something is wrong. */
export const MAX_DRAFTS = 100
/** Characters of all values together: far more than the longest form holds. */
export const MAX_CHARACTERS = 200_000
