import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { FieldRemark } from '@/components/knowledge/editing/field-remark'
import { ATTACHMENT_TYPES, MAX_ATTACHMENT_BYTES } from '@/lib/base/files/attachments/types'
import { attachmentPath, MAX_ATTACHMENTS } from '@/lib/knowledge/media/rules'
import type { OwnMedia } from '@/lib/knowledge/media/types'
import {
  addAttachmentAction,
  changeAttachmentAction,
} from '@/lib/knowledge/revisions/media.actions'
import { MediaActs } from './media-acts'
import { useFileWords } from './more-media'

interface RowsProps {
  revisionId: string
  attachments: OwnMedia['attachments']
}

interface Props extends RowsProps {
  /** What the moderator said of them when the version came back. */
  remark: string | undefined
}

const ACCEPTED = Object.keys(ATTACHMENT_TYPES)
  .map((kind) => `.${kind}`)
  .join(',')

function AttachmentRows({ revisionId, attachments }: RowsProps) {
  const t = useTranslations('media')
  const words = useFileWords()
  return (
    <ol className="mb-10 border-t border-hairline">
      {attachments.map((file, index) => (
        <li key={file.id} className="pt-5">
          <a href={attachmentPath(file.hash)} download lang="nl" className="break-words">
            {file.title}
          </a>
          <p className="text-sm text-muted">{words(file)}</p>
          <MediaActs
            about={{ revisionId, mediaId: file.id, kind: 'attachment' }}
            name={file.title}
            isFirst={index === 0}
            isLast={index === attachments.length - 1}
          />
          <FieldsForm
            action={changeAttachmentAction}
            scope={file.id}
            summary={t('changeTitle')}
            about={{ revisionId, mediaId: file.id }}
            stored={{ title: file.title }}
            fields={[{ kind: 'text', name: 'title', label: t('attachmentTitle') }]}
            labels={{ submit: t('save'), busy: t('saving') }}
            variant="secondary"
          />
        </li>
      ))}
    </ol>
  )
}

/** The documents of a version with a form each. */
export function AttachmentEditor({ revisionId, attachments, remark }: Props) {
  const editing = useTranslations('editing')
  const t = useTranslations('media')
  const errors = useTranslations('errors')
  return (
    <Section id="bijlagen" title={t('attachments')} lead={t('attachmentsLead')}>
      <div className="max-w-measure pb-6 empty:hidden">
        <FieldRemark label={editing('remark')} text={remark} />
      </div>
      {attachments.length === 0 ? (
        <p className="mb-8 text-muted">{t('noAttachments')}</p>
      ) : (
        <AttachmentRows revisionId={revisionId} attachments={attachments} />
      )}
      <h3 className="mb-4">{t('addAttachment')}</h3>
      {attachments.length >= MAX_ATTACHMENTS ? (
        <p className="text-muted">{t('attachmentsFull')}</p>
      ) : (
        <FieldsForm
          action={addAttachmentAction}
          scope="attachment"
          about={{ revisionId }}
          stored={{}}
          fields={[
            {
              kind: 'file',
              name: 'file',
              label: t('attachmentFile'),
              hint: t('attachmentFileHint'),
              accept: ACCEPTED,
              maxBytes: MAX_ATTACHMENT_BYTES,
              tooLarge: errors('file20TooLarge'),
            },
            {
              kind: 'text',
              name: 'title',
              label: t('attachmentTitle'),
              hint: t('attachmentTitleHint'),
            },
          ]}
          labels={{
            submit: t('addAttachment'),
            busy: t('adding'),
            done: t('attachmentAdded'),
          }}
        />
      )}
    </Section>
  )
}
