import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import type { MediaKind } from '@/lib/knowledge/media/types'
import { moveMediaAction, removeMediaAction } from '@/lib/knowledge/revisions/media.actions'

interface MediaActsProps {
  about: { revisionId: string; mediaId: string; kind: MediaKind }
  name: string
  isFirst: boolean
  isLast: boolean
}

/** The order, and taking it out; a form each, so that all works without scripts. */
export function MediaActs({ about, name, isFirst, isLast }: MediaActsProps) {
  const t = useTranslations('media')
  const move = (to: 'up' | 'down') => (
    <ActForm
      action={moveMediaAction}
      about={{ ...about, to }}
      label={t(to)}
      name={t(`${to}Name`, { name })}
      pending={t('moving')}
      variant="quiet"
    />
  )
  return (
    <div className="-ml-3 flex flex-wrap">
      {isFirst ? null : move('up')}
      {isLast ? null : move('down')}
      <ActForm
        action={removeMediaAction}
        about={about}
        label={t('remove')}
        name={t('removeName', { name })}
        pending={t('removing')}
        variant="quiet"
      />
    </div>
  )
}
