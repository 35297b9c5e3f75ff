import { createHash } from 'node:crypto'
import { NextResponse } from 'next/server'
import { escapeMarkup } from '@/lib/base/text/text'

const STYLE = `body { margin: 0; padding: 0 1.25rem; background: #fbfaf6; color: #17211d; font: 1.0625rem/1.55 "Source Sans 3", "Segoe UI", Helvetica, Arial, sans-serif; }
main, header { display: block; max-width: 42rem; margin: 0 auto; }
header { padding: 1.25rem 0; font: 600 1.4rem/1.3 Georgia, serif; }
header a { color: inherit; text-decoration: none; }
h1 { margin: 1rem 0; font: 600 2rem/1.2 Georgia, serif; }
li { margin: 0.75rem 0; }
main a { color: #14594a; }
@media (prefers-color-scheme: dark) {
body { background: #121a17; color: #eceae2; }
main a { color: #7cc9b1; }
}`
/** Nothing runs or loads; the one style is allowed by its hash. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

export interface PlainPage {
  status: number
  language: string
  title: string
  text: string
  links: readonly { href: string; label: string }[]
  retryAfterSeconds?: number
}

export function plainPage({
  status,
  language,
  title,
  text,
  links,
  retryAfterSeconds,
}: PlainPage): NextResponse {
  const home = language === 'nl' ? '/' : `/${language}`
  const items = links
    .map(({ href, label }) => `<li><a href="${escapeMarkup(href)}">${escapeMarkup(label)}</a></li>`)
    .join('\n')
  const html = `<!doctype html>
<html lang="${escapeMarkup(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeMarkup(title)} – Praktijkbank</title>
<style>${STYLE}</style>
</head>
<body>
<header><a href="${escapeMarkup(home)}">Praktijkbank</a></header>
<main>
<h1>${escapeMarkup(title)}</h1>
<p>${escapeMarkup(text)}</p>
<ul>
${items}
</ul>
</main>
</body>
</html>
`
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': POLICY,
  })
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds))
  return new NextResponse(html, { status, headers })
}

/** True for a browser; programs accept the file type or anything. */
export function wantsPage(headers: Pick<Headers, 'get'>): boolean {
  return headers.get('accept')?.includes('text/html') ?? false
}
