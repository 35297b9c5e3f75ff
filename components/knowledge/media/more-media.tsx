import { useFormatter, useTranslations } from 'next-intl'
import { Section } from '@/components/base/ui/layout'
import { attachmentPath, fileSize } from '@/lib/knowledge/media/rules'
import type { AttachmentView, VersionMedia } from '@/lib/knowledge/media/types'
import { FigureOf } from './figure-of'

/** "PDF, 1,2 MB". */
export function useFileWords(): (file: Pick<AttachmentView, 'kind' | 'sizeBytes'>) => string {
  const t = useTranslations('media')
  const format = useFormatter()
  return ({ kind, sizeBytes }) => {
    const { amount, unit } = fileSize(sizeBytes)
    const size = format.number(amount, { style: 'unit', unit, unitDisplay: 'short' })
    return t('file', { kind: t(`kind.${kind}`), size })
  }
}

/** The heading of what comes after the first picture; null when nothing does. */
export function useMoreMediaTitle({ images, attachments }: VersionMedia): string | null {
  const t = useTranslations('media')
  if (images.length > 1) return t(attachments.length > 0 ? 'more' : 'moreImages')
  return attachments.length > 0 ? t('attachments') : null
}

function Attachments({ attachments }: { attachments: readonly AttachmentView[] }) {
  const t = useTranslations('media')
  const words = useFileWords()
  return (
    <ul className="max-w-measure divide-y divide-hairline border-y border-hairline">
      {attachments.map((file) => (
        <li key={file.hash} className="py-3">
          <a
            href={attachmentPath(file.hash)}
            download
            aria-label={t('download', { title: file.title, file: words(file) })}
            className="break-words"
          >
            <span lang="nl">{file.title}</span>
          </a>
          <span className="block text-sm text-muted">{words(file)}</span>
        </li>
      ))}
    </ul>
  )
}

/** The pictures after the first one, and the documents. */
export function MoreMedia({ media }: { media: VersionMedia }) {
  const title = useMoreMediaTitle(media)
  const { images, attachments } = media
  if (title === null) return null
  return (
    <Section id="bijlagen" title={title}>
      {images.length > 1 ? (
        <ul className="mb-8 grid gap-6 sm:grid-cols-2 xl:grid-cols-3">
          {images.slice(1).map((image) => (
            <li key={image.hash}>
              <FigureOf image={image} sizes="(min-width: 40rem) 24rem, 100vw" shape="aspect-3/2" />
            </li>
          ))}
        </ul>
      ) : null}
      {attachments.length > 0 ? <Attachments attachments={attachments} /> : null}
    </Section>
  )
}
