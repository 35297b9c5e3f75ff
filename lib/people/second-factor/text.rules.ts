/**
 * How secrets and codes are written, for the page as well as the server: in groups of four, because
 * people read them aloud and type them over.
 *
 * Source: docs/adr/0033-second-factor.md.
 */
export const groupsOfFour = (text: string, between = ' '): string =>
  text.match(/.{1,4}/g)?.join(between) ?? ''
