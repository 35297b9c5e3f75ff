import { useFormatter, useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { KeepLooking } from '@/components/base/ui/keep-looking'
import { Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { Pagination } from '@/components/base/ui/pagination'
import {
  cancelImportAction,
  checkAgainAction,
  undoImportAction,
} from '@/lib/knowledge/initiative-imports/actions'
import { percentDone } from '@/lib/knowledge/initiative-imports/rules'
import {
  RUN_PROBLEMS,
  type ImportView,
  type RunProblem,
} from '@/lib/knowledge/initiative-imports/types'
import { ImportedList, type ShownRow } from './imported-list'

const problemOf = (text: string | null): RunProblem =>
  RUN_PROBLEMS.find((problem) => problem === text) ?? 'brokenOff'

/** How far a run is. With scripts it looks again by itself, else by the link. */
export function RunningState({ found, path }: { found: ImportView; path: string }) {
  const t = useTranslations('initiativeImports')
  const all = found.added + found.changed
  return (
    <>
      <KeepLooking />
      <Notice title={t('runningTitle')} className="max-w-measure">
        {t('runningWhy')}
      </Notice>
      <div className="mt-6 max-w-md">
        <label htmlFor="voortgang" className="mb-2 block font-semibold">
          {found.progress === 0
            ? t('runningWaiting')
            : t('runningAt', { done: found.progress, all })}
        </label>
        <progress
          id="voortgang"
          max={100}
          value={percentDone(found.progress, all)}
          className="h-3 w-full appearance-none overflow-hidden rounded-sm border border-edge bg-paper [&::-moz-progress-bar]:bg-green [&::-webkit-progress-bar]:bg-paper [&::-webkit-progress-value]:bg-green"
        />
      </div>
      <div className="mt-6 flex flex-wrap items-center gap-4">
        {found.cancelAskedAt === null ? (
          <ActForm
            action={cancelImportAction}
            about={{ importId: found.id }}
            label={t('cancel')}
            pending={t('cancelling')}
            variant="secondary"
          />
        ) : (
          <p>{t('cancelAsked')}</p>
        )}
        <a href={path} className="inline-flex min-h-11 items-center">
          {t('refresh')}
        </a>
      </div>
    </>
  )
}

/** Cancelled, thrown away or failed: nothing was imported. */
export function StoppedState({ found }: { found: ImportView }) {
  const t = useTranslations('initiativeImports')
  const isFailed = found.status === 'failed'
  const title = isFailed ? 'failedTitle' : found.hasFile ? 'cancelledTitle' : 'discardedTitle'
  return (
    <>
      <Notice tone={isFailed ? 'error' : 'info'} title={t(title)} className="max-w-measure">
        {isFailed ? t(`failed_${problemOf(found.problem)}`) : t('cancelledWhy')}
      </Notice>
      {found.hasFile ? (
        <div className="mt-6">
          <ActForm
            action={checkAgainAction}
            about={{ importId: found.id }}
            label={t('checkAgain')}
            pending={t('checking')}
          />
        </div>
      ) : null}
    </>
  )
}

interface ResultProps {
  found: ImportView
  rows: readonly ShownRow[]
  count: number
  page: number
  pageSize: number
  path: string
}

function Rows({ rows, count, page, pageSize, path, title, lead }: ResultProps & Words) {
  return count === 0 ? null : (
    <Section id="initiatieven" title={title} lead={lead}>
      <ImportedList rows={rows} />
      <Pagination
        page={page}
        pages={Math.ceil(count / pageSize)}
        hrefFor={(number) => `${path}?pagina=${String(number)}#initiatieven`}
      />
    </Section>
  )
}

interface Words {
  title: string
  lead?: string
}

/** What came in, where each draft goes on, and the way back. */
export function DoneState(props: ResultProps & { keptUntil: Date }) {
  const { found, keptUntil } = props
  const t = useTranslations('initiativeImports')
  const format = useFormatter()
  const { added, changed } = found
  return (
    <>
      <Notice
        tone="success"
        title={t('doneTitle', { count: added + changed })}
        className="max-w-measure"
      >
        <p>
          {t('doneCounts', { added, changed, faulty: found.withoutFaulty ? found.faultyRows : 0 })}
        </p>
        <p>{t('doneWhy')}</p>
      </Notice>
      <div className="mt-10">
        <Rows {...props} title={t('imported')} />
        <Section id="ongedaan" title={t('undoTitle')}>
          {found.hasFile ? (
            <>
              <p className="mb-5 max-w-measure">
                {t('undoWhy', { date: format.dateTime(keptUntil, { dateStyle: 'long' }) })}
              </p>
              <ActForm
                action={undoImportAction}
                about={{ importId: found.id }}
                label={t('undo')}
                pending={t('undoing')}
                variant="danger"
              />
            </>
          ) : (
            <p>{t('undoGone')}</p>
          )}
        </Section>
      </div>
    </>
  )
}

/** What undoing did, and what stayed because somebody went on with it. */
export function UndoneState(props: ResultProps) {
  const { found, count } = props
  const t = useTranslations('initiativeImports')
  const { deleted, restored } = found
  return (
    <>
      <Notice tone="success" title={t('undoneTitle')} className="max-w-measure">
        {t('undoneCounts', { deleted, restored })}
      </Notice>
      <div className="mt-10">
        <Rows {...props} title={t('stayed', { count })} lead={t('stayedWhy')} />
      </div>
    </>
  )
}
