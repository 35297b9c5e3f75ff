const TAG = /<[^<>]*>/g
/** Styles are read, never applied: the content policy of the page refuses them. */
const STYLE = 'data-style'

const withoutStyles = (html: string) =>
  html.replace(TAG, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, ` ${STYLE}`))

const LEVEL = /mso-list:[^;"']*\blevel(\d)/
const NUMBERED = /^\s*(?:\d+|[a-z])[.)]/i

interface WordItem {
  paragraph: Element
  level: number
  ordered: boolean
}

/** Word puts the sign of a list item in front of it, in a part that browsers ignore. */
function itemOf(paragraph: Element): WordItem | null {
  const level = LEVEL.exec(paragraph.getAttribute(STYLE) ?? '')
  if (!level) return null
  const sign = paragraph.querySelector(`[${STYLE}*="mso-list:Ignore"]`)
  const ordered = NUMBERED.test(sign?.textContent ?? '')
  sign?.remove()
  return { paragraph, level: Number(level[1]), ordered }
}

type OpenLists = { list: Element; level: number }[]

/** The list that an item of this level belongs in; a new one where there is none. */
function listFor(open: OpenLists, { paragraph, level, ordered }: WordItem): Element {
  while ((open.at(-1)?.level ?? 0) > level) open.pop()
  const inside = open.at(-1)
  if (inside?.level === level) return inside.list
  const list = paragraph.ownerDocument.createElement(ordered ? 'ol' : 'ul')
  const parent = inside?.list.lastElementChild
  if (parent) parent.append(list)
  else paragraph.before(list)
  open.push({ list, level })
  return list
}

function entryOf({ paragraph }: WordItem): Element {
  const page = paragraph.ownerDocument
  const words = page.createElement('p')
  words.append(...paragraph.childNodes)
  const entry = page.createElement('li')
  entry.append(words)
  return entry
}

/** Puts each run of Word's list paragraphs in lists, one inside the other by their level. */
function makeLists(page: Document): void {
  let open: OpenLists = []
  for (const paragraph of page.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) {
    const item = itemOf(paragraph)
    if (item === null || paragraph.previousElementSibling !== open[0]?.list) open = []
    if (item === null) continue
    listFor(open, item).append(entryOf(item))
    paragraph.remove()
  }
}

function wrapContent(element: Element, tag: 'strong' | 'em'): void {
  const wrapper = element.ownerDocument.createElement(tag)
  wrapper.append(...element.childNodes)
  element.append(wrapper)
}

/** Emphasis by style becomes an element. Google Docs wraps a whole text in a b that is not bold. */
function makeEmphasis(page: Document): void {
  for (const element of page.querySelectorAll(`span[${STYLE}]`)) {
    const style = element.getAttribute(STYLE) ?? ''
    if (/font-weight:\s*(?:bold|[6-9]00)/.test(style)) wrapContent(element, 'strong')
    if (/font-style:\s*italic/.test(style)) wrapContent(element, 'em')
  }
  for (const element of page.querySelectorAll(`b[${STYLE}]`))
    if (/font-weight:\s*normal/.test(element.getAttribute(STYLE) ?? ''))
      element.replaceWith(...element.childNodes)
}

/** What other programs put on the clipboard, as HTML that the editor reads without styles. */
export function readablePaste(html: string): string {
  const page = new DOMParser().parseFromString(withoutStyles(html), 'text/html')
  makeLists(page)
  makeEmphasis(page)
  return page.body.innerHTML
}
