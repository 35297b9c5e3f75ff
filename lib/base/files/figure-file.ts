import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bringFonts, origin } from '@/lib/base/runtime/env'
import { findFigure, type Element } from './figure-html'
import { createConcurrencyLimit } from '@/lib/base/cache/concurrency-limit'

const MAX_PAGE_BYTES = 8 * 1_024 * 1_024
const TIMEOUT_MS = 15_000
const MAX_ADDRESS = 1_500
const DENSITY = 144
const AT_ONCE = 2

/** Addresses without a figure; a picture of a picture would never end. */
const CLOSED = /^\/(?:en\/)?(?:api|_next|werkplek|workspace|inloggen|sign-in)(?:[/?#]|$)/

export function readPageAddress(text: string): string | null {
  if (
    text.length > MAX_ADDRESS ||
    !/^\/(?![/\\])[^\\\u0000-\u0020#]*$/.test(text) ||
    CLOSED.test(text)
  )
    return null
  const path = text.split('?')[0] ?? ''
  if (/%2e|%2f|%5c|\/\.{1,2}(?:\/|$)/i.test(path) || !URL.canParse(text, origin)) return null
  const url = new URL(text, origin)
  return url.origin === new URL(origin).origin ? `${url.pathname}${url.search}` : null
}

async function readText(response: Response): Promise<string | null> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.length
    if (bytes > MAX_PAGE_BYTES) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

export interface PageFigure {
  figure: Element
  language: string
}

/** A figure as a visitor sees it; null without one. `address` comes from readPageAddress. */
export async function getPageFigure(address: string, id: string): Promise<PageFigure | null> {
  const response = await fetch(`${origin}${address}`, {
    redirect: 'manual',
    headers: { accept: 'text/html' },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (
    response.status !== 200 ||
    response.headers.get('content-type')?.includes('text/html') !== true
  ) {
    await response.body?.cancel()
    return null
  }
  const html = await readText(response)
  const figure = html === null ? null : findFigure(html, id)
  return (
    figure && { figure, language: /<html[^>]*\slang="([a-z-]+)"/.exec(html ?? '')?.[1] ?? 'nl' }
  )
}

let colours: ReadonlyMap<string, string> | null = null

function readColours(): ReadonlyMap<string, string> {
  const [, block = ''] =
    /:root \{([^}]*)\}/.exec(readFileSync(join(process.cwd(), 'app/globals.css'), 'utf8')) ?? []
  return new Map(
    [...block.matchAll(/--([a-z-]{1,40}):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
}

export const pictureColours = (): ReadonlyMap<string, string> => (colours ??= readColours())

const limited = createConcurrencyLimit(AT_ONCE)

export async function toPng(svg: string): Promise<Buffer> {
  return limited(async () => {
    bringFonts(join(process.cwd(), 'lib/base/files/fonts.conf'))
    const { default: sharp } = await import('sharp')
    return sharp(Buffer.from(svg), { density: DENSITY })
      .png({ compressionLevel: 9, palette: true })
      .toBuffer()
  })
}
