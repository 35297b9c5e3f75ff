import { useTranslations } from 'next-intl'
import { FileUpload } from '@/components/figures/datasets/file-upload'
import { ActForm } from '@/components/base/forms/act-form'
import { Link } from '@/i18n/navigation'
import { cancelImportAction, fetchTableAction } from '@/lib/figures/imports/actions'
import type { RunState } from '@/lib/figures/imports/rules'
import type { ImportView } from '@/lib/figures/imports/types'
import { KeepLooking } from './keep-looking'
import { ProblemText } from './problem-text'

interface RunStatusProps {
  found: ImportView
  state: NonNullable<RunState>
}

/** Why a reading stopped, and how to start it again. */
function StoppedReading({ found }: { found: ImportView }) {
  const t = useTranslations('statistics.admin')
  const { slug, kind } = found.dataset
  return (
    <>
      {found.detail === null ? null : (
        <p>
          <ProblemText
            code={found.detail.split(':')[0] ?? ''}
            detail={found.detail.split(': ').slice(1).join(': ')}
          />
        </p>
      )}
      {kind === 'file' ? (
        <>
          <p>{t('reading.moreFile')}</p>
          <FileUpload
            to="/api/werkplek/cijfers"
            dataset={slug}
            id="zelfde-bestand"
            label={t('file')}
            submit={t('reading.moreTable')}
            variant="primary"
          />
        </>
      ) : (
        <ActForm
          action={fetchTableAction}
          about={{ dataset: slug }}
          label={t('reading.moreTable')}
          pending={t('reading.moreTableBusy')}
        />
      )}
    </>
  )
}

/** How a reading stands that is not finished, and what one can do about it. */
export function RunStatus({ found, state }: RunStatusProps) {
  const t = useTranslations('statistics.admin')
  return (
    <div className="mt-6 max-w-measure space-y-4">
      <p role="status">{t(`reading.${state}`, { read: found.rowsRead })}</p>
      {state === 'stopped' ? (
        <StoppedReading found={found} />
      ) : (
        <>
          <p className="text-muted">{t('reading.leave')}</p>
          <Link
            href={{ pathname: '/workspace/admin/figures/[id]', params: { id: found.id } }}
            className="inline-flex min-h-11 items-center"
          >
            {t('reading.look')}
          </Link>
          <KeepLooking />
        </>
      )}
      {state === 'busy' ? null : (
        <ActForm
          action={cancelImportAction}
          about={{ importId: found.id }}
          label={t('cancel')}
          pending={t('cancelling')}
          variant="secondary"
        />
      )}
    </div>
  )
}
