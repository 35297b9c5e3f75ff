import type { ReactNode } from 'react'
import { getFormatter, getTranslations } from 'next-intl/server'
import { noonOf } from '@/lib/base/text/calendar'
import { loadEvidence } from '@/lib/knowledge/evidence/loaders'
import {
  EVIDENCE_CHECKS,
  EVIDENCE_LEVELS,
  type EvidenceCheck,
  type EvidenceLevelSlug,
  type Repetition,
} from '@/lib/knowledge/evidence/types'
import { Disclosure } from '@/components/base/ui/disclosure'
import { TextLink } from '@/components/base/ui/text'
import type { Locale } from '@/i18n/routing'

async function Ladder({ level, locale }: { level: EvidenceLevelSlug; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'evidence' })
  const reached = EVIDENCE_LEVELS.indexOf(level)
  return (
    <ol
      aria-label={t('ladder')}
      className="mt-5 grid grid-cols-6 items-end gap-1 text-xs leading-tight sm:gap-2"
    >
      {EVIDENCE_LEVELS.map((step, index) => (
        <li key={step} aria-current={index === reached ? 'step' : undefined}>
          <span
            aria-hidden="true"
            className={`block border ${HEIGHTS[index] ?? ''} ${index <= reached && reached > 0 ? 'border-green bg-green' : 'border-edge bg-transparent'}`}
          />
          <span
            className={`mt-1 block hyphens-auto ${index === reached ? 'font-semibold text-ink' : 'text-muted'}`}
          >
            {t(`level.${step}`)}
          </span>
        </li>
      ))}
    </ol>
  )
}

const HEIGHTS = ['h-1', 'h-3', 'h-5', 'h-8', 'h-11', 'h-14'] as const

const DECIDED = ['described', 'substantiated', 'measured', 'compared', 'published'] as const
const isDecider = (check: EvidenceCheck | null): check is (typeof DECIDED)[number] =>
  DECIDED.some((one) => one === check)

async function NextStep({
  missing,
  rank,
  locale,
}: {
  missing: readonly EvidenceCheck[]
  rank: number
  locale: Locale
}) {
  const t = await getTranslations({ locale, namespace: 'evidence' })
  const next = EVIDENCE_LEVELS[rank + 1]
  if (next === undefined) return <p className="mt-6 text-sm text-muted">{t('top')}</p>
  return (
    <div className="mt-6">
      <h4 className="font-sans text-base font-semibold">
        {t('nextTo', { level: t(`level.${next}`).toLowerCase() })}
      </h4>
      <ul className="mt-2 divide-y divide-hairline border-y border-hairline">
        {missing.map((check) => (
          <li key={check} className="py-2">
            {t(`lift.${check}.what`)}
            <span className="block text-sm text-muted">
              {t('lift.who', { who: t(`lift.${check}.who`) })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

async function Repeated({
  repetitions,
  locale,
}: {
  repetitions: readonly Repetition[]
  locale: Locale
}) {
  const [t, format] = await Promise.all([
    getTranslations({ locale, namespace: 'evidence.repetition' }),
    getFormatter({ locale }),
  ])
  return (
    <div className="mt-6">
      <h4 className="font-sans text-base font-semibold">{t('title')}</h4>
      <p className="mt-1">
        {repetitions.length === 0
          ? t('no')
          : t.rich('yes', {
              list: () =>
                format.list(
                  repetitions.map(({ slug, title, region }) => (
                    <TextLink
                      key={slug}
                      href={{ pathname: '/initiatives/[slug]', params: { slug }, hash: 'bewijs' }}
                      prefetch={false}
                    >
                      {t('one', { title, region })}
                    </TextLink>
                  )),
                ),
            })}
      </p>
      <p className="mt-1 text-sm text-muted">{t('rule')}</p>
    </div>
  )
}

async function Checks({
  checks,
  locale,
}: {
  checks: Record<EvidenceCheck, boolean>
  locale: Locale
}) {
  const t = await getTranslations({ locale, namespace: 'evidence' })
  return (
    <Disclosure summary={t('checks')} className="mt-4 text-sm">
      <dl className="divide-y divide-hairline">
        {EVIDENCE_CHECKS.map((check) => (
          <div key={check} className="grid grid-cols-[1fr_auto] gap-4 py-1.5">
            <dt>{t(`check.${check}`)}</dt>
            <dd className={checks[check] ? 'font-semibold text-green' : 'text-muted'}>
              {t(checks[check] ? 'yes' : 'no')}
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}

export async function EvidencePanel({
  initiativeId,
  finding,
  locale,
}: {
  initiativeId: string
  finding: ReactNode
  locale: Locale
}) {
  const [t, evidence] = await Promise.all([
    getTranslations({ locale, namespace: 'evidence' }),
    loadEvidence(initiativeId),
  ])
  if (!evidence) return null
  const { level, rank, decidedBy, checks, missingForNext, repetitions, lastMeasuredOn, stale } =
    evidence
  return (
    <div className="grid gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="max-w-measure">
        <h3>{t('is', { level: t(`level.${level}`).toLowerCase() })}</h3>
        <p className="mt-2">
          {isDecider(decidedBy)
            ? t('decidedBy', { rule: t(`decided.${decidedBy}`) })
            : t('nothing')}
        </p>
        <p className="mt-1 text-sm text-muted">
          {t('computed')}{' '}
          <TextLink href={{ pathname: '/method', hash: 'bewijs' }}>{t('title')}</TextLink>
        </p>
        {lastMeasuredOn === null ? null : (
          <p className={`mt-1 text-sm ${stale ? 'text-clay' : 'text-muted'}`}>
            {t(stale ? 'stale' : 'lastMeasured', { date: noonOf(lastMeasuredOn) })}
          </p>
        )}
        <Ladder level={level} locale={locale} />
        <NextStep missing={missingForNext} rank={rank} locale={locale} />
        <Repeated repetitions={repetitions} locale={locale} />
        <Checks checks={checks} locale={locale} />
      </div>
      {finding}
    </div>
  )
}
