/** Made from the page, so that both show the same (docs/adr/0020). Units are CSS pixels. */
import { findAll, isElement, linesOf, type Element } from './figure-html'
import { INNER, Sheet, type PictureText } from './picture-sheet'
import type { Colours } from './picture-shapes'

const isSkipped = ({ tag, attributes }: Element) =>
  tag === 'details' ||
  tag === 'figcaption' ||
  tag === 'figure' ||
  attributes['data-picture'] === 'none'

function drawInto(sheet: Sheet, element: Element): void {
  for (const child of element.children) {
    if (!isElement(child) || isSkipped(child)) continue
    const kind = child.attributes['data-picture']
    if (kind === 'key') sheet.key(child)
    else if (kind === 'columns') sheet.columns(child)
    else if (kind === 'rows') sheet.rows(child)
    else if (kind === 'list')
      sheet.paragraph(
        child.children
          .filter(isElement)
          .map((item, index) => `${index + 1}. ${linesOf(item).join(' ')}`),
        14,
        { colour: 'muted' },
      )
    else if (kind === 'words') sheet.words(child)
    else if (child.tag === 'svg') sheet.drawing(child)
    else drawInto(sheet, child)
  }
}

export function drawPicture(figure: Element, colours: Colours, words: PictureText): string | null {
  if (
    findAll(figure, (element) => element.tag === 'svg' || element.tag === 'details').every(
      ({ tag }) => tag !== 'svg',
    )
  )
    return null
  const sheet = new Sheet(colours)
  const caption =
    figure.attributes['data-words'] === undefined
      ? findAll(figure, ({ tag }) => tag === 'figcaption' || tag === 'figure')
          .filter(({ tag }) => tag === 'figcaption')
          .flatMap(linesOf)
      : [figure.attributes['data-words']]
  sheet.paragraph([words.title], 26, { bold: true })
  sheet.y += 12
  drawInto(sheet, figure)
  sheet.y += 10
  sheet.paragraph(caption, 14, { colour: 'muted', width: INNER * 0.85 })
  sheet.y += 16
  sheet.rule()
  sheet.paragraph([words.origin], 13, { colour: 'muted' })
  return sheet.finish(words, caption.join(' '))
}
