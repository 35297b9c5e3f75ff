const TAG = /<(?:\?[^?]*\?|!--[\s\S]*?--|(\/)?([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/)?)>/g
const REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/

/** A sign that XML 1.0 forbids in a document (section 2.2), written here apart from the rule it tests. */
function forbiddenSign(text: string): string | null {
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    const allowed = code === 0x9 || code === 0xa || code === 0xd || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000
    if (!allowed) return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  }
  return null
}

/** What makes a document no well-formed XML, or null. Enough for documents without a definition of their own. */
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
  return text.includes('<') ? 'holds a tag that is none' : REFERENCE.test(text) ? 'holds an & that stands alone' : null
}
