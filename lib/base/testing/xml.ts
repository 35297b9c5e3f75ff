const ATTRIBUTES = String.raw`((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)`
const TAG = new RegExp(
  String.raw`<(?:\?[^?]*\?|!--[\s\S]*?--|(\/)?([\w:.-]+)${ATTRIBUTES}\s*(\/)?)>`,
  'g',
)
const REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/

/** Signs that XML 1.0 allows (section 2.2), written here apart from the rule that is tested. */
const ALLOWED = [
  [0x9, 0xa],
  [0xd, 0xd],
  [0x20, 0xd7ff],
  [0xe000, 0xfffd],
  [0x10000, 0x10ffff],
] as const

function forbiddenSign(text: string): string | null {
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    if (!ALLOWED.some(([low, high]) => code >= low && code <= high))
      return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  }
  return null
}

/** What makes a document no well-formed XML, or null; for documents without a definition. */
export function xmlFault(document: string): string | null {
  const sign = forbiddenSign(document)
  if (sign !== null) return `holds ${sign}`
  const open: string[] = []
  let text = ''
  let at = 0
  for (const [whole, closing, name = '', attributes = '', empty] of document.matchAll(TAG)) {
    const start = document.indexOf(whole, at)
    text += document.slice(at, start) + attributes
    at = start + whole.length
    if (name === '' || empty !== undefined) continue
    if (closing === undefined) open.push(name)
    else if (open.pop() !== name) return `closes ${name} out of turn`
  }
  text += document.slice(at)
  if (open.length > 0) return `does not close ${open.join(', ')}`
  if (text.includes('<')) return 'holds a tag that is none'
  return REFERENCE.test(text) ? 'holds an & that stands alone' : null
}
