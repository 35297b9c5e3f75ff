import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/base/forms/act-form'
import { ProblemText } from '@/components/figures/imports/problem-text'
import { RunStatus } from '@/components/figures/imports/run-status'
import { Notice } from '@/components/base/ui/notice'
import { cancelImportAction, saveImportAction } from '@/lib/figures/imports/actions'
import { UNCHANGED, type RunState } from '@/lib/figures/imports/rules'
import type { ImportView } from '@/lib/figures/imports/types'

async function Outcome({ found }: { found: ImportView }) {
  const t = await getTranslations('statistics.admin')
  if (found.detail === UNCHANGED) return <p className="mt-4 max-w-measure">{t('unchanged')}</p>
  return (
    <>
      {found.sheet === null ? null : (
        <p className="mt-4">{t('sheetRead', { name: found.sheet })}</p>
      )}
      <p className="mt-4">{t('rows', { read: found.rowsRead, skipped: found.rowsSkipped })}</p>
      <p>
        {found.status === 'checked' ? `${t('wouldBe')}: ` : null}
        {t('counts', {
          added: found.added,
          revised: found.revised,
          unchanged: found.unchanged,
          withdrawn: found.withdrawn,
        })}
      </p>
    </>
  )
}

export function ImportState({ found, run }: { found: ImportView; run: RunState }) {
  const t = useTranslations('statistics.admin')
  const isStale = found.status === 'checked' && found.mappingVersion !== found.dataset.version
  const about = { importId: found.id }
  return (
    <>
      {found.problem === null ? null : (
        <Notice tone="error" title={t('stopped')} className="mt-6 max-w-measure">
          <ProblemText code={found.problem} detail={found.detail} />
        </Notice>
      )}
      {run === null ? <Outcome found={found} /> : <RunStatus found={found} state={run} />}
      {isStale ? (
        <Notice tone="attention" title={t('stopped')} className="mt-6 max-w-measure">
          <ProblemText code="mappingChanged" />
        </Notice>
      ) : null}
      {found.status === 'checked' ? (
        <div className="mt-6 flex flex-wrap gap-4">
          {isStale ? null : (
            <ActForm
              action={saveImportAction}
              about={about}
              label={t('save')}
              pending={t('saving')}
            />
          )}
          <ActForm
            action={cancelImportAction}
            about={about}
            label={t('cancel')}
            pending={t('cancelling')}
            variant="secondary"
          />
        </div>
      ) : null}
    </>
  )
}
