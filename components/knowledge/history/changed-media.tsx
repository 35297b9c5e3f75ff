import { useTranslations } from 'next-intl'
import { useFileWords } from '@/components/knowledge/media/more-media'
import { Picture } from '@/components/knowledge/media/picture'
import { attachmentPath } from '@/lib/knowledge/media/rules'
import type { AttachmentView, ImageView } from '@/lib/knowledge/media/types'
import { WordMark } from './word-mark'

type Kind = 'deleted' | 'inserted'
type Changed<T> = T & { changed: boolean }

/** Everything readers are told of a picture, so that any change of it can be seen. */
function ImageWords({ image }: { image: ImageView }) {
  const t = useTranslations('media')
  const { isDecoration, alt, caption, credit, focusX, focusY } = image
  const words = [
    isDecoration ? t('decoration') : alt,
    caption,
    credit === '' ? '' : t('by', { credit }),
    focusX === 50 && focusY === 50 ? '' : t('focusAt', { x: focusX, y: focusY }),
  ]
  return words.filter((text) => text !== '').join('. ')
}

interface ChangedImagesProps {
  images: readonly Changed<ImageView>[]
  kind: Kind
}

export function ChangedImages({ images, kind }: ChangedImagesProps) {
  return (
    <ul className="space-y-4">
      {images.map(({ changed, ...image }) => (
        <li key={image.hash} className="grid grid-cols-[7rem_1fr] gap-4">
          <Picture
            image={{ ...image, alt: '' }}
            sizes="7rem"
            className="aspect-3/2 w-28 rounded-sm object-cover"
          />
          <p lang="nl" className="min-w-0">
            {changed ? (
              <WordMark kind={kind}>
                <ImageWords image={image} />
              </WordMark>
            ) : (
              <ImageWords image={image} />
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

interface ChangedAttachmentsProps {
  attachments: readonly Changed<AttachmentView>[]
  kind: Kind
}

export function ChangedAttachments({ attachments, kind }: ChangedAttachmentsProps) {
  const words = useFileWords()
  return (
    <ul lang="nl" className="list-disc space-y-1 pl-5">
      {attachments.map((file) => (
        <li key={file.hash}>
          <a href={attachmentPath(file.hash)} download>
            {file.changed ? <WordMark kind={kind}>{file.title}</WordMark> : file.title}
          </a>
          <span className="text-sm text-muted"> ({words(file)})</span>
        </li>
      ))}
    </ul>
  )
}
