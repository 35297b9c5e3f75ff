import { getTranslations } from 'next-intl/server'
import { noonOf } from '@/lib/platform/calendar'
import { loadEvidence } from '@/lib/evidence/loaders'
import { EVIDENCE_CHECKS, EVIDENCE_LEVELS, type EvidenceLevelSlug } from '@/lib/evidence/types'
import { Disclosure } from '@/components/ui/disclosure'
import { TextLink } from '@/components/ui/text'
import type { Locale } from '@/i18n/routing'

async function Ladder({ level, locale }: { level: EvidenceLevelSlug; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'evidence' })
  const reached = EVIDENCE_LEVELS.indexOf(level)
  return (
    <ol aria-label={t('ladder')} className="mt-5 grid grid-cols-6 items-end gap-1 text-xs leading-tight sm:gap-2">
      {EVIDENCE_LEVELS.map((step, index) => (
        <li key={step} aria-current={index === reached ? 'step' : undefined}>
          <span aria-hidden="true" className={`block border ${HEIGHTS[index] ?? ''} ${index <= reached && reached > 0 ? 'border-green bg-green' : 'border-edge bg-transparent'}`} />
          <span className={`mt-1 block hyphens-auto ${index === reached ? 'font-semibold text-ink' : 'text-muted'}`}>{t(`level.${step}`)}</span>
        </li>
      ))}
    </ol>
  )
}

const HEIGHTS = ['h-1', 'h-3', 'h-5', 'h-8', 'h-11', 'h-14'] as const

/** What the logged facts prove, which rule decided it, what was looked at and what would lift it. Under a heading of level two. */
export async function EvidencePanel({ initiativeId, locale }: { initiativeId: string; locale: Locale }) {
  const [t, evidence] = await Promise.all([getTranslations({ locale, namespace: 'evidence' }), loadEvidence(initiativeId)])
  if (!evidence) return null
  const { level, decidedBy, checks, missingForNext, lastMeasuredOn, stale } = evidence
  const isStep = (check: string | null): check is 'described' | 'substantiated' | 'measured' | 'compared' | 'published' =>
    check !== null && ['described', 'substantiated', 'measured', 'compared', 'published'].includes(check)
  return (
    <div className="max-w-measure">
      <h3>{t('is', { level: t(`level.${level}`).toLowerCase() })}</h3>
      <p className="mt-2">{isStep(decidedBy) ? t(`decided.${decidedBy}`) : t('nothing')}</p>
      <p className="mt-1 text-sm text-muted">
        {t('computed')} <TextLink href={{ pathname: '/method', hash: 'bewijs' }}>{t('title')}</TextLink>
      </p>
      {lastMeasuredOn === null ? null : (
        <p className={`mt-1 text-sm ${stale ? 'text-clay' : 'text-muted'}`}>{t(stale ? 'stale' : 'lastMeasured', { date: noonOf(lastMeasuredOn) })}</p>
      )}
      <Ladder level={level} locale={locale} />
      {missingForNext.length === 0 ? null : (
        <div className="mt-5">
          <p className="text-sm font-semibold text-muted">{t('nextLead')}</p>
          <ul className="mt-1 space-y-0.5">
            {missingForNext.map((check) => (
              <li key={check} className="flex gap-2">
                <span aria-hidden="true" className="text-clay">
                  ○
                </span>
                {t(`check.${check}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Disclosure summary={t('checks')} className="mt-4 text-sm">
        <dl className="divide-y divide-hairline">
          {EVIDENCE_CHECKS.map((check) => (
            <div key={check} className="grid grid-cols-[1fr_auto] gap-4 py-1.5">
              <dt>{t(`check.${check}`)}</dt>
              <dd className={checks[check] ? 'font-semibold text-green' : 'text-muted'}>{t(checks[check] ? 'yes' : 'no')}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  )
}
