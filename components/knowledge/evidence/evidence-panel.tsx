import type { ReactNode } from 'react'
import { getFormatter, getTranslations } from 'next-intl/server'
import { noonOf } from '@/lib/base/text/calendar'
import { loadEvidence } from '@/lib/knowledge/evidence/loaders'
import {
  EVIDENCE_CHECKS,
  EVIDENCE_LEVELS,
  type EvidenceCheck,
  type EvidenceLevelSlug,
  type EvidenceSummary,
  type Repetition,
} from '@/lib/knowledge/evidence/types'
import { levelOf } from '@/lib/knowledge/evidence/direction.rules'
import { DirectionMark } from './direction-mark'
import { sizeText } from './evidence-text'
import { Disclosure } from '@/components/base/ui/disclosure'
import { TextLink } from '@/components/base/ui/text'
import type { Locale } from '@/i18n/routing'

async function Ladder({ level, locale }: { level: EvidenceLevelSlug; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'evidence' })
  const reached = EVIDENCE_LEVELS.indexOf(level)
  return (
    <ol
      aria-label={t('ladder')}
      className="mt-5 grid gap-1 text-sm leading-tight sm:grid-cols-6 sm:items-end sm:gap-2 sm:text-xs"
    >
      {EVIDENCE_LEVELS.map((step, index) => (
        <li
          key={step}
          aria-current={index === reached ? 'step' : undefined}
          className="grid grid-cols-[3.5rem_minmax(0,1fr)] items-center gap-3 sm:block"
        >
          <span
            aria-hidden="true"
            className={`block h-3 border sm:w-auto ${SIZES[index] ?? ''} ${index <= reached && reached > 0 ? 'border-green bg-green' : 'border-edge bg-transparent'}`}
          />
          <span
            className={`block hyphens-auto sm:mt-1 ${index === reached ? 'font-semibold text-ink' : 'text-muted'}`}
          >
            {t(`level.${step}`)}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** Steps beside their names on a phone, above them where there is room. */
const SIZES = [
  'w-1 sm:h-1',
  'w-3 sm:h-3',
  'w-5 sm:h-5',
  'w-8 sm:h-8',
  'w-11 sm:h-11',
  'w-14 sm:h-14',
] as const

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

async function Headline({ evidence, locale }: { evidence: EvidenceSummary; locale: Locale }) {
  const [t, format] = await Promise.all([
    getTranslations({ locale, namespace: 'evidence' }),
    getFormatter({ locale }),
  ])
  const { rank, direction, size } = evidence
  return (
    <>
      <h3>
        {t('is', {
          level: t(`level.${levelOf(rank)}`).toLowerCase(),
          direction: t(`direction.${direction}`).toLowerCase(),
        })}
      </h3>
      <p className="mt-2 flex items-baseline gap-2 text-lg">
        <DirectionMark direction={direction} />
        <span>
          {t(`directionWhy.${direction}`)} {sizeText({ t, format }, size)}
        </span>
      </p>
    </>
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
        <Headline evidence={evidence} locale={locale} />
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
