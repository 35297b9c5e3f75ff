// The picture is made anew from its points, so that nothing else it carried comes along.
import sharp, { type Sharp } from 'sharp'
import { imageKind } from '../file-type.ts'
import {
  IMAGE_FORMATS,
  type ImageFormat,
  type ImageProblem,
  imageWidths,
  MAX_IMAGE_BYTES,
  MOST,
  type PreparedImage,
} from './types.ts'

/** A telephone of today makes 50 million. */
const MAX_PIXELS = 50_331_648
const LEAST = { width: 200, height: 100 }

/** A PNG says with this part, before its points, that it moves; sharp would show the first picture. */
const movesAsPng = (file: Buffer) => {
  const at = file.indexOf('acTL', 0, 'latin1')
  return at !== -1 && at < file.indexOf('IDAT', 0, 'latin1')
}

const isSequence = (file: Buffer) => file.toString('latin1', 4, 12) === 'ftypavis'

async function problemOf(file: Buffer): Promise<ImageProblem | null> {
  if (file.length === 0) return 'fileEmpty'
  if (file.length > MAX_IMAGE_BYTES) return 'file20TooLarge'
  const kind = imageKind(file)
  if (kind === null) return 'imageUnknown'
  const found = await sharp(file, { limitInputPixels: false }).metadata()
  if ((kind === 'avif' ? 'heif' : kind) !== found.format) return 'imageUnknown'
  const moves = (found.pages ?? 1) > 1 || (kind === 'png' && movesAsPng(file)) || isSequence(file)
  if (moves) return 'imageAnimated'
  if (found.width * found.height > MAX_PIXELS) return 'imagePixels'
  const { width, height } = found.autoOrient
  return width < LEAST.width || height < LEAST.height ? 'imageSmall' : null
}

/** Fast settings: people wait for it, and the size hardly differs. */
const toFormat = (picture: Sharp, format: ImageFormat) =>
  format === 'avif'
    ? picture.avif({ quality: 55, effort: 1 })
    : picture.webp({ quality: 78, effort: 3 })

async function encode(file: Buffer): Promise<PreparedImage> {
  const { data, info } = await sharp(file, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize({ ...MOST, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const raw = { width, height, channels: info.channels }
  const files = []
  for (const one of imageWidths(width))
    for (const format of IMAGE_FORMATS) {
      const made = await toFormat(sharp(data, { raw }).resize({ width: one }), format).toBuffer({
        resolveWithObject: true,
      })
      const { width: w, height: h } = made.info
      files.push({ format, width: w, height: h, content: Buffer.from(made.data) })
    }
  return { width, height, files }
}

/** The picture in our own formats, or what is wrong with it. Never throws for a file. */
export async function encodeImage(
  file: Buffer,
): Promise<PreparedImage | { problem: ImageProblem }> {
  try {
    const problem = await problemOf(file)
    return problem === null ? await encode(file) : { problem }
  } catch {
    // libvips says it in words of its own, and they are all about the file.
    return { problem: 'imageBroken' }
  }
}
