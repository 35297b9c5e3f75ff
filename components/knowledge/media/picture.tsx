import { imagePath, sourceSet } from '@/lib/knowledge/media/rules'
import type { ImageView } from '@/lib/knowledge/media/types'

interface PictureProps {
  image: ImageView
  /** How wide it is shown, as `sizes` of an image. */
  sizes: string
  className?: string
  /** At the top of a page, so that it is fetched first. */
  isFirst?: boolean
}

const step = (percent: number) => String(Math.round(percent / 10) * 10)

export const focusClass = ({ focusX, focusY }: Pick<ImageView, 'focusX' | 'focusY'>) =>
  `focus-point focus-x-${step(focusX)} focus-y-${step(focusY)}`

/** In the format and width that the browser chooses. Cut around its focus where `className` cuts. */
export function Picture({ image, sizes, className = '', isFirst = false }: PictureProps) {
  const { hash, width, height, alt } = image
  return (
    <picture>
      <source type="image/avif" srcSet={sourceSet(image, 'avif')} sizes={sizes} />
      <img
        src={imagePath(hash, width, 'webp')}
        srcSet={sourceSet(image, 'webp')}
        sizes={sizes}
        width={width}
        height={height}
        alt={alt}
        loading={isFirst ? undefined : 'lazy'}
        decoding="async"
        className={`${className} ${focusClass(image)}`}
      />
    </picture>
  )
}
