import { SaxesParser } from 'saxes'

export class XmlError extends Error {}

const CHUNK_BYTES = 64 * 1_024
const MAX_DEPTH = 64

export interface XmlHandler {
  open?: (name: string, attributes: Readonly<Record<string, string>>, parent: string) => void
  close?: (name: string, text: string) => void
  /** Each piece of text as it comes, in the order of the document. */
  text?: (text: string) => void
}

const bare = (name: string) => name.slice(name.indexOf(':') + 1)

function encodingOf(part: Buffer): string {
  if (part[0] === 0xff && part[1] === 0xfe) return 'utf-16le'
  if (part[0] === 0xfe && part[1] === 0xff) return 'utf-16be'
  const said = /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(part.toString('latin1', 0, 200))?.[1]
  return said !== undefined && /^(iso-8859-1|windows-1252)$/i.test(said) ? 'windows-1252' : 'utf-8'
}

/** In pieces, so that large documents fit in memory. Throws XmlError. */
export function* readXml(part: Buffer, handler: XmlHandler): Generator<void> {
  const open: { name: string; text: string }[] = []
  const parser = new SaxesParser({ position: false, xmlns: false })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= MAX_DEPTH) throw new XmlError('nested too deep')
    handler.open?.(bare(name), attributes, open.at(-1)?.name ?? '')
    open.push({ name: bare(name), text: '' })
  })
  const addText = (text: string) => {
    const top = open.at(-1)
    if (top) top.text += text
    handler.text?.(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed) handler.close?.(closed.name, closed.text)
  })
  const decoder = new TextDecoder(encodingOf(part))
  try {
    for (let at = 0; at < part.length; at += CHUNK_BYTES) {
      parser.write(decoder.decode(part.subarray(at, at + CHUNK_BYTES), { stream: true }))
      yield
    }
    parser.close()
  } catch (error) {
    throw error instanceof XmlError ? error : new XmlError('not well-formed')
  }
}

export function readWholeXml(part: Buffer, handler: XmlHandler): void {
  const pieces = readXml(part, handler)
  while (pieces.next().done !== true);
}
