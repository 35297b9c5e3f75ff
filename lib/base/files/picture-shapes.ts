import { classesOf, isElement, type Element, type Node } from './figure-html'
import { escapeMarkup } from '@/lib/base/text/text'

export type Colours = ReadonlyMap<string, string>

const GEOMETRY: ReadonlySet<string> = new Set([
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'd',
  'points',
  'width',
  'height',
  'dx',
  'dy',
  'transform',
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'text-anchor',
  'font-size',
  'font-weight',
])
const SHAPES: ReadonlySet<string> = new Set([
  'g',
  'path',
  'line',
  'rect',
  'circle',
  'polygon',
  'polyline',
  'text',
  'tspan',
])

export const round = (value: number) => Math.round(value * 100) / 100

function look(element: Element, colours: Colours): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const name of classesOf(element)) {
    const [, kind = '', colour = ''] = /^(fill|stroke)-([a-z-]+)$/.exec(name) ?? []
    const value = colours.get(colour)
    if (value !== undefined) attributes[kind] = value
    if (name === 'font-semibold') attributes['font-weight'] = '600'
  }
  return attributes
}

function shape(node: Node, colours: Colours): string {
  if (!isElement(node)) return escapeMarkup(node)
  const inside = () => node.children.map((child) => shape(child, colours)).join('')
  // A tile leads somewhere on the page; in a picture it is only a tile.
  if (node.tag === 'a') return `<g>${inside()}</g>`
  if (!SHAPES.has(node.tag)) return ''
  const kept = Object.entries(node.attributes).filter(([name]) => GEOMETRY.has(name))
  const attributes = Object.entries({ ...Object.fromEntries(kept), ...look(node, colours) })
    .map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`)
    .join('')
  return `<${node.tag}${attributes}>${inside()}</${node.tag}>`
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

export const viewBox = ({ attributes }: Element): Box => {
  const [x = 0, y = 0, width = 1, height = 1] = (attributes.viewBox ?? '')
    .split(/[\s,]+/)
    .map(Number)
  return { x, y, width: width || 1, height: height || 1 }
}

export function placed(
  svg: Element,
  colours: Colours,
  x: number,
  y: number,
  scaleX: number,
  scaleY = scaleX,
): string {
  const box = viewBox(svg)
  return `<g transform="translate(${round(x - box.x * scaleX)} ${round(y - box.y * scaleY)}) scale(${round(scaleX)} ${round(scaleY)})">${svg.children.map((child) => shape(child, colours)).join('')}</g>`
}
