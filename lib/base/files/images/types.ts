import { IMAGE_KINDS, type ImageKind } from '../file-type.ts'

export const MAX_IMAGE_BYTES = 20 * 1_024 * 1_024

/** Each has words of its own in the `errors` namespace. */
export type ImageProblem =
  | 'fileEmpty'
  | 'file20TooLarge'
  | 'imageUnknown'
  | 'imagePixels'
  | 'imageSmall'
  | 'imageAnimated'
  | 'imageBroken'
  | 'fileSlow'
  | 'fileBusy'

/** Every browser in use reads WebP; AVIF is smaller. */
export const IMAGE_FORMATS = ['avif', 'webp'] as const
export type ImageFormat = (typeof IMAGE_FORMATS)[number]

export const ACCEPTED_IMAGES: `image/${ImageKind}`[] = IMAGE_KINDS.map(
  (kind) => `image/${kind}` as const,
)

const PAGE_WIDTH = 1_600
/** Two columns of a phone, a phone or half a page, a whole page. */
const WIDTHS = [480, 960, PAGE_WIDTH]
export const MOST = { width: PAGE_WIDTH, height: 2_400 }

/** The widths in which a picture of this width is made, the largest last. */
export const imageWidths = (width: number): number[] => [
  ...WIDTHS.filter((one) => one < width),
  width,
]

export interface ImageFile {
  format: ImageFormat
  width: number
  height: number
  content: Buffer<ArrayBuffer>
}

/** A picture made anew, in each format and a few widths; the largest comes last. */
export interface PreparedImage {
  width: number
  height: number
  files: ImageFile[]
}

/** How the process that makes it answers: this as one line, then the bytes of the files. */
export type ImageAnswer =
  | { problem: ImageProblem }
  | {
      width: number
      height: number
      files: (Omit<ImageFile, 'content'> & { bytes: number })[]
    }
