import { useTranslations } from 'next-intl'
import { FileUpload } from '@/components/figures/datasets/file-upload'
import { ActForm } from '@/components/base/forms/act-form'
import { Link } from '@/i18n/navigation'
import { cancelImportAction, fetchTableAction } from '@/lib/figures/imports/actions'
import type { RunState } from '@/lib/figures/imports/rules'
import type { ImportView } from '@/lib/figures/imports/types'
import { KeepLooking } from '@/components/base/ui/keep-looking'
import { ProblemText } from './problem-text'

interface RunStatusProps {
  found: ImportView
  state: NonNullable<RunState>
}

function StoppedRun({ found }: { found: ImportView }) {
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
          <p>{t('run.moreFile')}</p>
          <FileUpload
            to="/api/werkplek/cijfers"
            dataset={slug}
            id="zelfde-bestand"
            label={t('file')}
            submit={t('run.moreTable')}
            variant="primary"
          />
        </>
      ) : (
        <ActForm
          action={fetchTableAction}
          about={{ dataset: slug }}
          label={t('run.moreTable')}
          pending={t('run.moreTableBusy')}
        />
      )}
    </>
  )
}

export function RunStatus({ found, state }: RunStatusProps) {
  const t = useTranslations('statistics.admin')
  return (
    <div className="mt-6 max-w-measure space-y-4">
      <p role="status">{t(`run.${state}`, { read: found.rowsRead })}</p>
      {state === 'stopped' ? (
        <StoppedRun found={found} />
      ) : (
        <>
          <p className="text-muted">{t('run.leave')}</p>
          <Link
            href={{ pathname: '/workspace/admin/figures/[id]', params: { id: found.id } }}
            className="inline-flex min-h-11 items-center"
          >
            {t('run.look')}
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
