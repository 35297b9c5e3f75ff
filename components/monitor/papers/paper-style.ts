import type { PaperContent } from './paper-content'

/** Text between quotes in a style sheet, whatever signs it holds. */
const quoted = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} .,()-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`

/** What stands on each printed page: region and year, the day of the data, and the page number. */
export function paperStyle({
  running,
  kicker,
  dataOn,
  page,
}: Pick<PaperContent, 'running' | 'kicker' | 'dataOn' | 'page'>): string {
  const small = 'font: 9pt "Source Sans 3 Variable", sans-serif; color: #333;'
  return `@page boardpaper {
  size: A4;
  margin: 20mm 16mm 18mm;
  @top-left { content: ${quoted(running)}; ${small} }
  @top-right { content: ${quoted(kicker)}; ${small} }
  @bottom-left { content: ${quoted(dataOn)}; ${small} }
  @bottom-right { content: ${quoted(page.before)} counter(page) ${quoted(page.between)} counter(pages); ${small} }
}
`
}
