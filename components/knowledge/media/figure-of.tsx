import { useTranslations } from 'next-intl'
import { imagePath } from '@/lib/knowledge/media/rules'
import type { ImageView } from '@/lib/knowledge/media/types'
import { Picture } from './picture'

interface FigureOfProps {
  image: ImageView
  sizes: string
  /** Its shape, such as "aspect-3/2". */
  shape: string
  isFirst?: boolean
}

/** A picture with what stands below it. A picture that says something can be seen whole. */
export function FigureOf({ image, sizes, shape, isFirst }: FigureOfProps) {
  const t = useTranslations('media')
  const { hash, width, alt, isDecoration, caption, credit } = image
  const picture = (
    <Picture
      image={image}
      sizes={sizes}
      isFirst={isFirst}
      className={`h-full w-full rounded-md object-cover ${shape}`}
    />
  )
  return (
    <figure lang="nl">
      {isDecoration ? (
        picture
      ) : (
        <a href={imagePath(hash, width, 'webp')} aria-label={t('large', { alt })} className="block">
          {picture}
        </a>
      )}
      {caption === '' && credit === '' ? null : (
        <figcaption className="mt-2 text-sm text-muted">
          {caption === '' ? null : <span className="block text-ink">{caption}</span>}
          {credit === '' ? null : t('by', { credit })}
        </figcaption>
      )}
    </figure>
  )
}
