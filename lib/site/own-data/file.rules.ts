/**
 * The three files of the export. The HTML stands alone, runs nothing and loads nothing.
 * Source: GDPR, articles 15 and 20; docs/quality.md.
 */
import { escapeMarkup } from '@/lib/base/text/text'
import { MAX_ROWS, SCHEMA_VERSION } from './rules'
import type { OwnData, Row, SectionData, Value } from './types'
import { LABELS, wordOf } from './words.rules'

const MOMENT = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
})
const DAY = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' })

/** More columns than this are too many to read next to each other. */
const MAX_COLUMNS = 5

const CUT = `Hiervan staan alleen de nieuwste ${MAX_ROWS.toLocaleString('nl-NL')} in dit bestand. Vraag de rest aan de beheerder.`

const STYLE = `body { max-width: 62rem; margin: 0 auto; padding: 1.5rem; background: #fff; color: #17211d; font: 16px/1.5 "Segoe UI", Helvetica, Arial, sans-serif; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2.5rem; }
a { color: #14594a; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin-bottom: 1rem; }
th, td { padding: 0.4rem 0.8rem 0.4rem 0; border-bottom: 1px solid #dad9d1; text-align: left; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; }
th[scope="col"] { min-width: 7rem; }
th[scope="row"] { width: 30%; }`

function momentOf(key: string, value: string): string | null {
  const isMoment = /(?:^|_)at$/.test(key)
  if (!isMoment && !/(?:_on|_day|_start|_end|_until|_by|^deadline|^week)$/.test(key)) return null
  const date = new Date(value)
  if (!/^\d{4}-\d\d-\d\d/.test(value) || Number.isNaN(date.getTime())) return null
  return value.includes('T') ? MOMENT.format(date) : DAY.format(date)
}

function cell(key: string, value: Value): string {
  if (value === null || value === '') return '–'
  if (typeof value === 'boolean') return value ? 'ja' : 'nee'
  if (typeof value === 'number') return String(value)
  const shown = escapeMarkup(momentOf(key, value) ?? wordOf(key, value))
  return key.endsWith('_url') && /^https?:\/\//.test(value)
    ? `<a href="${escapeMarkup(value)}">${shown}</a>`
    : shown
}

const label = (key: string) => escapeMarkup(LABELS[key] ?? key)

function rowsAcross(rows: readonly Row[], keys: readonly string[]): string {
  const head = keys.map((key) => `<th scope="col">${label(key)}</th>`).join('')
  const body = rows.map(
    (row) => `<tr>${keys.map((key) => `<td>${cell(key, row[key] ?? null)}</td>`).join('')}</tr>`,
  )
  return `<div class="wide"><table><thead><tr>${head}</tr></thead>
<tbody>${body.join('\n')}</tbody></table></div>`
}

function rowDown(row: Row, index: number, all: readonly Row[]): string {
  const lines = Object.entries(row).map(
    ([key, value]) => `<tr><th scope="row">${label(key)}</th><td>${cell(key, value)}</td></tr>`,
  )
  const heading =
    all.length === 1 ? '' : `<h3>${String(index + 1)} van ${String(all.length)}</h3>\n`
  return `${heading}<table><tbody>${lines.join('\n')}</tbody></table>`
}

function sectionHtml({ key, title, rows, cut }: SectionData): string {
  const keys = Object.keys(rows[0] ?? {})
  const tables = keys.length <= MAX_COLUMNS ? rowsAcross(rows, keys) : rows.map(rowDown).join('\n')
  return `<section aria-labelledby="${key}">
<h2 id="${key}">${escapeMarkup(title)}</h2>
${cut ? `<p>${CUT}</p>\n` : ''}${tables}
</section>`
}

/** Dutch, for reading and printing. */
export function ownDataHtml({ madeAt, site, sections }: OwnData): string {
  const filled = sections.filter(({ rows }) => rows.length > 0)
  const empty = sections.filter(({ rows }) => rows.length === 0)
  const contents = filled.map(
    ({ key, title, rows }) =>
      `<li><a href="#${key}">${escapeMarkup(title)}</a> (${String(rows.length)})</li>`,
  )
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Mijn gegevens in de Praktijkbank</title>
<style>
${STYLE}
</style>
</head>
<body>
<main>
<h1>Mijn gegevens in de Praktijkbank</h1>
<p>Gemaakt op ${escapeMarkup(MOMENT.format(madeAt))}, van ${escapeMarkup(site)}. In LEESMIJ.txt staat wat dit is.</p>
<h2>Inhoud</h2>
<ul>
${contents.join('\n')}
</ul>
${filled.map(sectionHtml).join('\n')}
<h2>Wat er niet is</h2>
<p>${empty.length === 0 ? 'Van alle soorten is er iets.' : 'Hiervan is niets bewaard:'}</p>
${empty.length === 0 ? '' : `<ul>\n${empty.map(({ title }) => `<li>${escapeMarkup(title)}</li>`).join('\n')}\n</ul>\n`}</main>
</body>
</html>
`
}

/** Complete, for programs: names are those of the sections and never change within a schema. */
export function ownDataJson({ madeAt, site, sections }: OwnData): string {
  return `${JSON.stringify(
    {
      schema: SCHEMA_VERSION,
      created_at: madeAt.toISOString(),
      site,
      incomplete: sections.filter(({ cut }) => cut).map(({ key }) => key),
      data: Object.fromEntries(sections.map(({ key, rows }) => [key, rows])),
    },
    null,
    2,
  )}\n`
}

/** What the files are and whom to ask. */
export function readMe({ madeAt, site, sections }: OwnData): string {
  const cut = sections.filter((section) => section.cut).map(({ title }) => `- ${title}`)
  return `Mijn gegevens in de Praktijkbank
Gemaakt op ${MOMENT.format(madeAt)}, van ${site}

Wat dit is
Dit is wat de Praktijkbank over u bewaart. U hebt recht op deze gegevens, ook om
ze ergens anders te gebruiken (artikel 15 en 20 van de AVG).

De bestanden
- gegevens.html: om te lezen. Open het in uw browser.
- gegevens.json: hetzelfde voor een computerprogramma. De namen zijn Engels.

Wat er niet in staat
- Uw wachtwoord en andere geheimen, zoals links waarmee u inlogt.
- Wat anderen schreven, ook als het aan u was gericht. Dat zijn hun gegevens.
- De tekst van e-mail die niet over uw account ging. Het onderwerp staat er wel.
- De volledige tekst van initiatieven. Die leest u op hun pagina.
${cut.length === 0 ? '' : `\nNiet volledig\nHiervan staan alleen de nieuwste ${MAX_ROWS.toLocaleString('nl-NL')} in de bestanden. Vraag de rest aan de beheerder.\n${cut.join('\n')}\n`}
Vragen
Klopt er iets niet, of wilt u iets laten weghalen? Vraag het de beheerder van
deze Praktijkbank. Bent u niet tevreden, dan kunt u een klacht indienen bij de
Autoriteit Persoonsgegevens.

Bewaar deze bestanden goed: er staan persoonlijke gegevens in.
`
}
