/**
 * Pictures and documents of an initiative: at most ten of each, the first picture on top. Their
 * addresses hold the hash of what was sent, so that what stands at an address never changes.
 * Source: docs/adr/0045-images-and-attachments.md.
 */
import { imageWidths, type ImageFormat } from '@/lib/base/files/images/types'
import type { AttachmentView, ImageView } from './types'

export const MAX_IMAGES = 10
export const MAX_ATTACHMENTS = 10

export const imagePath = (hash: string, width: number, format: ImageFormat) =>
  `/api/afbeeldingen/${hash}/${String(width)}.${format}`

export const attachmentPath = (hash: string) => `/api/bijlagen/${hash}`

/** The widths of a picture for `srcset`. */
export const sourceSet = (
  { hash, width }: Pick<ImageView, 'hash' | 'width'>,
  format: ImageFormat,
) =>
  imageWidths(width)
    .map((one) => `${imagePath(hash, one, format)} ${String(one)}w`)
    .join(', ')

const HASH = /^[0-9a-f]{64}$/

export const isHash = (text: string) => HASH.test(text)

const FILE = /^(\d{1,4})\.(avif|webp)$/

/** The last part of the address of a picture, such as "960.avif". */
export function readImageName(name: string): { width: number; format: ImageFormat } | null {
  const [, width, format] = FILE.exec(name) ?? []
  return width === undefined ? null : { width: Number(width), format: format as ImageFormat }
}

/** The list with one item moved a place up or down; the same list at its ends. */
export function moved<T>(items: readonly T[], at: number, by: -1 | 1): T[] {
  const to = at + by
  const item = items[at]
  const other = items[to]
  if (item === undefined || other === undefined) return [...items]
  return items.map((one, index) => (index === at ? other : index === to ? item : one))
}

const KILOBYTE = 1_000
const MEGABYTE = 1_000_000

/** Decimal units, as browsers and systems show a file: [1.2, 'megabyte']. */
export function fileSize(bytes: number): { amount: number; unit: 'kilobyte' | 'megabyte' } {
  return bytes < MEGABYTE
    ? { amount: Math.max(1, Math.round(bytes / KILOBYTE)), unit: 'kilobyte' }
    : { amount: Math.round(bytes / (MEGABYTE / 10)) / 10, unit: 'megabyte' }
}

/** In the open data; `origin` is the address of this site. Source: docs/api.md. */
export function openImages(images: readonly ImageView[], origin: string) {
  return images.map(({ hash, width, height, alt, isDecoration, caption, credit }) => ({
    url: `${origin}${imagePath(hash, width, 'webp')}`,
    breedte: width,
    hoogte: height,
    alt,
    versiering: isDecoration,
    bijschrift: caption === '' ? null : caption,
    maker: credit === '' ? null : credit,
  }))
}

/** The same for the documents. */
export function openAttachments(attachments: readonly AttachmentView[], origin: string) {
  return attachments.map(({ hash, kind, sizeBytes, title }) => ({
    titel: title,
    soort: kind,
    bytes: sizeBytes,
    url: `${origin}${attachmentPath(hash)}`,
  }))
}
