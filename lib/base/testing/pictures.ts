import sharp, { type Sharp } from 'sharp'

/** A plain picture of this size, of which tests make any format. */
export const picture = (width = 640, height = 400, background = '#14594a'): Sharp =>
  sharp({ create: { width, height, channels: 3, background } })

/** A photo of a phone held upright: stored on its side, with the place where it was made. */
export const photoWithPlace = (): Promise<Buffer> =>
  picture(600, 400)
    .withMetadata({
      orientation: 6,
      exif: {
        IFD0: { Copyright: 'Fenna de Vries' },
        IFD3: { GPSLatitude: '53/1 13/1 0/1', GPSLatitudeRef: 'N' },
      },
    })
    .jpeg()
    .toBuffer()

/** Changes the size that a PNG claims, and leaves the rest. */
export async function lyingPng(width: number, height: number): Promise<Buffer> {
  const file = await picture().png().toBuffer()
  file.writeUInt32BE(width, 16)
  file.writeUInt32BE(height, 20)
  const { crc32 } = await import('node:zlib')
  file.writeUInt32BE(crc32(file.subarray(12, 29)), 29)
  return file
}

export async function movingWebp(): Promise<Buffer> {
  const frames = ['#14594a', '#c1121f'].map((colour) => picture(320, 200, colour).png().toBuffer())
  return sharp(await Promise.all(frames), { join: { animated: true } })
    .webp()
    .toBuffer()
}

/** A PNG with the part that says it moves, before its points. */
export async function movingPng(): Promise<Buffer> {
  const file = await picture().png().toBuffer()
  const part = Buffer.concat([
    Buffer.from([0, 0, 0, 8]),
    Buffer.from('acTL', 'latin1'),
    Buffer.from([0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0]),
  ])
  return Buffer.concat([file.subarray(0, 33), part, file.subarray(33)])
}
