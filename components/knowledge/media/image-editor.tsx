import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { FieldRemark } from '@/components/knowledge/editing/field-remark'
import { ACCEPTED_IMAGES, MAX_IMAGE_BYTES } from '@/lib/base/files/images/types'
import { MAX_IMAGES } from '@/lib/knowledge/media/rules'
import type { OwnMedia } from '@/lib/knowledge/media/types'
import { addImageAction } from '@/lib/knowledge/revisions/media.actions'
import { ImageForm } from './image-form'
import { MediaActs } from './media-acts'
import { Picture } from './picture'

interface RowsProps {
  revisionId: string
  images: OwnMedia['images']
}

interface Props extends RowsProps {
  /** What the moderator said of them when the version came back. */
  remark: string | undefined
}

function ImageRows({ revisionId, images }: RowsProps) {
  const t = useTranslations('media')
  return (
    <ol className="mb-10 border-t border-hairline">
      {images.map((image, index) => {
        const number = t('imageNumber', { number: index + 1 })
        const name = image.alt === '' ? number : `${number}, ${image.alt}`
        return (
          <li key={image.id} className="pt-6">
            <div className="grid gap-x-6 gap-y-3 sm:grid-cols-[12rem_1fr]">
              <Picture
                image={{ ...image, alt: '' }}
                sizes="12rem"
                className="aspect-3/2 w-48 rounded-sm object-cover"
              />
              <div className="min-w-0">
                <p lang="nl">{image.isDecoration ? t('decoration') : image.alt}</p>
                {image.caption === '' ? null : (
                  <p lang="nl" className="text-muted">
                    {image.caption}
                  </p>
                )}
                {image.credit === '' ? null : (
                  <p className="text-sm text-muted">{t('by', { credit: image.credit })}</p>
                )}
                {index === 0 ? <p className="text-sm text-muted">{t('first')}</p> : null}
                <MediaActs
                  about={{ revisionId, mediaId: image.id, kind: 'image' }}
                  name={name}
                  isFirst={index === 0}
                  isLast={index === images.length - 1}
                />
              </div>
            </div>
            <ImageForm revisionId={revisionId} image={image} name={name} />
          </li>
        )
      })}
    </ol>
  )
}

/** The pictures of a version with a form each, so that one that fails costs nothing of another. */
export function ImageEditor({ revisionId, images, remark }: Props) {
  const editing = useTranslations('editing')
  const t = useTranslations('media')
  const errors = useTranslations('errors')
  return (
    <Section id="afbeeldingen" title={t('images')} lead={t('imagesLead')}>
      <div className="max-w-measure pb-6 empty:hidden">
        <FieldRemark label={editing('remark')} text={remark} />
      </div>
      {images.length === 0 ? (
        <p className="mb-8 text-muted">{t('noImages')}</p>
      ) : (
        <ImageRows revisionId={revisionId} images={images} />
      )}
      <h3 className="mb-4">{t('addImage')}</h3>
      {images.length >= MAX_IMAGES ? (
        <p className="text-muted">{t('imagesFull')}</p>
      ) : (
        <FieldsForm
          action={addImageAction}
          scope="image"
          about={{ revisionId }}
          stored={{}}
          fields={[
            {
              kind: 'file',
              name: 'file',
              label: t('imageFile'),
              hint: t('imageFileHint'),
              accept: ACCEPTED_IMAGES.join(','),
              maxBytes: MAX_IMAGE_BYTES,
              tooLarge: errors('file20TooLarge'),
            },
            { kind: 'text', name: 'alt', label: t('alt'), hint: t('altHint') },
            { kind: 'checkbox', name: 'isDecoration', label: t('isDecoration') },
            { kind: 'text', name: 'caption', label: t('caption'), hint: t('captionHint') },
            { kind: 'text', name: 'credit', label: t('credit'), hint: t('creditHint') },
          ]}
          labels={{ submit: t('addImage'), busy: t('adding'), done: t('imageAdded') }}
        />
      )}
    </Section>
  )
}
