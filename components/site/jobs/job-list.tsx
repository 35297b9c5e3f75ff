import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { StatusWord } from '@/components/base/ui/text'
import { requestRunAction } from '@/lib/site/jobs/actions'
import { isJobName, runState } from '@/lib/site/jobs/rules'
import type { JobState } from '@/lib/site/jobs/types'

const TONE = { ok: 'good', busy: 'info', failed: 'attention', lost: 'attention' } as const

function JobRow({ job, now }: { job: JobState; now: Date }) {
  const t = useTranslations('jobs')
  if (!isJobName(job.name)) return null
  const { name, lastRun, failures } = job
  const state = lastRun && runState(lastRun, now)
  return (
    <li className="border-t border-hairline py-6 last:border-b">
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <div className="min-w-0">
          <h2 className="text-lg">
            {t(`name.${name}`)}{' '}
            {state ? <StatusWord tone={TONE[state]}>{t(`state.${state}`)}</StatusWord> : null}
          </h2>
          <p className="mt-1 text-sm text-muted">{t(`what.${name}`)}</p>
          <p className="mt-2 text-sm">
            {lastRun ? t('at', { date: lastRun.startedAt }) : t('never')}
            {lastRun?.result === 'ok' && lastRun.done !== null
              ? `: ${t('done', { count: lastRun.done })}`
              : ''}
          </p>
        </div>
        <ActForm
          action={requestRunAction}
          about={{ name }}
          label={t('run')}
          name={t('runThis', { name: t(`name.${name}`) })}
          pending={t('busy')}
          variant="secondary"
        />
      </div>
      {failures.length === 0 ? null : (
        <>
          <p className="mt-4 text-sm font-semibold">{t('failures')}</p>
          <ul className="mt-1 max-w-measure text-sm break-words">
            {failures.map(({ id, startedAt, error }) => (
              <li key={id}>{t('failure', { date: startedAt, error: error ?? '' })}</li>
            ))}
          </ul>
        </>
      )}
    </li>
  )
}

export function JobList({ jobs, now }: { jobs: readonly JobState[]; now: Date }) {
  return (
    <ul className="max-w-4xl">
      {jobs.map((job) => (
        <JobRow key={job.name} job={job} now={now} />
      ))}
    </ul>
  )
}
