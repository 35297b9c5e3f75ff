/**
 * A published version as a source that can be cited: with organisation, day, version and address,
 * so that a reader finds the text that was meant.
 * Source: BibTeX (bibtex.org/Format), RIS (Research Information Systems, 2011), CSL-JSON 1.0
 * (github.com/citation-style-language/schema), APA style, 7th edition, section 10.16 (webpages).
 */
import { DUTCH_MONTHS, todayInNetherlands, type CalendarDate } from '@/lib/base/text/calendar'
import { oneLine } from '@/lib/base/text/text'
import type { Citation } from './types'

const partsOf = (date: CalendarDate) => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return { year, month, day }
}

interface Cited {
  slug: string
  title: string
  organisationName: string
  number: number
  /** ISO time. */
  publishedAt: string | null
}

/** The citation of a published version; `origin` is the address of this site without a slash. */
export function citationOf(
  view: Cited,
  { site, origin, readOn }: { site: string; origin: string; readOn: CalendarDate },
): Citation {
  return {
    key: `${view.slug}-v${String(view.number)}`,
    title: view.title,
    author: view.organisationName,
    publishedOn:
      view.publishedAt === null ? readOn : todayInNetherlands(new Date(view.publishedAt)),
    version: view.number,
    site,
    url: `${origin}/initiatieven/${view.slug}`,
    readOn,
  }
}

interface CitedMeasurement {
  id: string
  slug: string
  /** What was measured. */
  label: string
  /** Of which initiative. */
  title: string
  organisationName: string
  /** One, and one more for each correction. */
  version: number
  /** ISO time at which it was entered. */
  enteredAt: string
}

/** The citation of one measurement, at its own address. */
export function measurementCitationOf(
  { id, slug, label, title, organisationName, version, enteredAt }: CitedMeasurement,
  { site, origin, readOn }: { site: string; origin: string; readOn: CalendarDate },
): Citation {
  return {
    key: `${slug}-meting-${id}`,
    title: `${label}. Meting van ${title}`,
    author: organisationName,
    publishedOn: todayInNetherlands(new Date(enteredAt)),
    version,
    site,
    url: `${origin}/initiatieven/${slug}/metingen/${id}`,
    readOn,
  }
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

const bibText = (text: string) =>
  oneLine(text.replace(/[\\~^]|[&%$#_{}]/g, (sign) => LATEX[sign] ?? `\\${sign}`))

/** Double braces keep capitals and an organisation as one name. */
export function toBibtex(citations: readonly Citation[]): string {
  return citations
    .map(({ key, title, author, publishedOn, version, site, url, readOn }) => {
      const { year, month } = partsOf(publishedOn)
      const fields = [
        ['author', `{${bibText(author)}}`],
        ['title', `{${bibText(title)}}`],
        ['year', String(year)],
        ['month', String(month)],
        ['howpublished', bibText(site)],
        ['url', url],
        ['urldate', readOn],
        ['note', `Versie ${String(version)}`],
      ]
      const lines = fields.map(([name = '', value = '']) => `  ${name} = {${value}},\n`)
      return `@misc{${key},\n${lines.join('')}}\n`
    })
    .join('\n')
}

const slashed = (date: CalendarDate) => `${date.replaceAll('-', '/')}/`

export function toRis(citations: readonly Citation[]): string {
  return citations
    .map(({ key, title, author, publishedOn, version, site, url, readOn }) =>
      [
        ['TY', 'ELEC'],
        ['ID', key],
        ['TI', oneLine(title)],
        // A comma would make a family name of an organisation.
        ['AU', oneLine(author).replaceAll(',', '')],
        ['PY', publishedOn.slice(0, 4)],
        ['DA', slashed(publishedOn)],
        ['ET', `Versie ${String(version)}`],
        ['PB', oneLine(site)],
        ['UR', url],
        ['Y2', slashed(readOn)],
        ['LA', 'nl'],
        ['ER', ''],
      ]
        .map(([tag = '', value = '']) => `${tag}  - ${value}\r\n`)
        .join(''),
    )
    .join('\r\n')
}

const dateParts = (date: CalendarDate) => {
  const { year, month, day } = partsOf(date)
  return { 'date-parts': [[year, month, day]] }
}

export function toCslJson(citations: readonly Citation[]): string {
  const items = citations.map(
    ({ key, title, author, publishedOn, version, site, url, readOn }) => ({
      id: key,
      type: 'webpage',
      title: oneLine(title),
      author: [{ literal: oneLine(author) }],
      issued: dateParts(publishedOn),
      accessed: dateParts(readOn),
      version: String(version),
      'container-title': oneLine(site),
      language: 'nl',
      URL: url,
    }),
  )
  return `${JSON.stringify(items, null, 2)}\n`
}

/** In Dutch, as a reference list in a Dutch paper has it. */
export function toApa({ title, author, publishedOn, version, site, url }: Citation): string {
  const { year, month, day } = partsOf(publishedOn)
  const date = `${String(year)}, ${String(day)} ${DUTCH_MONTHS[month - 1] ?? ''}`
  const name = oneLine(author)
  const end = name.endsWith('.') ? '' : '.'
  return `${name}${end} (${date}). ${oneLine(title)} (Versie ${String(version)}). ${oneLine(site)}. ${url}`
}
