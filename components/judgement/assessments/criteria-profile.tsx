import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { ComponentProps } from 'react'
import { SevenLines } from '@/components/base/charts/seven-lines'
import type { PictureOf } from '@/components/base/ui/figure-files'
import { EmptyState, ExampleMark, Notice } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import type { Locale } from '@/i18n/routing'
import { loadCriteriaProfile } from '@/lib/judgement/assessments/loaders'
import { exceedsEvidence } from '@/lib/judgement/assessments/rules'
import type { CriterionProfile } from '@/lib/judgement/assessments/types'
import { loadEvidence } from '@/lib/knowledge/evidence/loaders'
import { noonOf, type CalendarDate } from '@/lib/base/text/calendar'
import { ContestMarks } from '@/components/judgement/contests/contest-marks'
import { criterionLines } from './criterion-lines'
import { OtherViews } from './other-views'
import { Reasons } from './reasons'

async function Lead({ profile, locale }: { profile: readonly CriterionProfile[]; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'assessments' })
  const reasons = profile.flatMap((line) => line.reasons.filter(({ kind }) => kind === 'panel'))
  const assessors = Math.max(0, ...profile.map(({ n }) => n))
  const regions = new Set(reasons.map(({ regionName }) => regionName)).size
  const provisional = profile.every((line) => line.provisional)
  const divided = profile.filter((line) => line.divided).length
  return (
    <p className="max-w-measure">
      {t('lead', { assessors, regions })} {assessors > 0 && provisional ? t('provisional') : null}{' '}
      {divided > 0 ? t('divided', { count: divided }) : null}
    </p>
  )
}

function ProfileIntroduction({
  profile,
  evidence,
  blind,
  isExample,
  locale,
}: {
  profile: readonly CriterionProfile[]
  evidence: Awaited<ReturnType<typeof loadEvidence>>
  blind: boolean
  isExample: boolean
  locale: Locale
}) {
  const t = useTranslations('assessments')
  return (
    <>
      {blind ? null : <Lead profile={profile} locale={locale} />}
      {isExample ? (
        <p className="mt-2">
          <ExampleMark>{t('example')}</ExampleMark>
        </p>
      ) : null}
      {evidence && exceedsEvidence(profile, evidence) ? (
        <Notice tone="attention" title={t('exceedsTitle')} className="mt-4 max-w-measure">
          {t('exceedsWhy')}
        </Notice>
      ) : null}
    </>
  )
}

function RoundNotice({
  blind,
  inside,
  deadline,
}: {
  blind: boolean
  inside: boolean
  deadline: CalendarDate | null
}) {
  const t = useTranslations('assessments')
  if (blind)
    return (
      <Notice title={t('blindTitle')} className="mb-6 max-w-measure">
        {t('blindWhy')}
      </Notice>
    )
  if (deadline === null) return null
  return (
    <Notice title={t('openRound')} className="mb-6 max-w-measure">
      {inside ? t('inside') : t('openRoundWhy', { date: noonOf(deadline) })}
    </Notice>
  )
}

/** That a score was contested stands above the reasons for it. */
function CriterionDetail({
  initiativeId,
  slug,
  ...reasons
}: ComponentProps<typeof Reasons> & { initiativeId: string; slug: string }) {
  return (
    <>
      <ContestMarks initiativeId={initiativeId} about="score" criterion={slug} />
      <Reasons {...reasons} />
    </>
  )
}

interface CriteriaProfileProps {
  initiativeId: string
  revisionNumber: number
  locale: Locale
  picture: PictureOf
}

export async function CriteriaProfile({
  initiativeId,
  revisionNumber,
  locale,
  picture,
}: CriteriaProfileProps) {
  const [t, { profile, history, blind, inside, open, today }, evidence] = await Promise.all([
    getTranslations({ locale, namespace: 'assessments' }),
    loadCriteriaProfile(initiativeId),
    loadEvidence(initiativeId),
  ])
  const reasons = profile.flatMap((line) => line.reasons)
  const lines = criterionLines(profile, locale, today)
  const isExample = reasons.some((reason) => reason.isExample)
  const drawn = blind
    ? undefined
    : { ...picture, about: isExample ? t('exampleAbout', { title: picture.about }) : picture.about }
  return (
    <div>
      <RoundNotice blind={blind} inside={inside} deadline={open?.deadline ?? null} />
      {reasons.length === 0 ? (
        blind ? null : (
          <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
        )
      ) : (
        <>
          <ProfileIntroduction
            profile={profile}
            evidence={evidence}
            blind={blind}
            isExample={isExample}
            locale={locale}
          />
          <div className="mt-6">
            <SevenLines
              criteria={lines}
              picture={drawn}
              detail={(slug) => (
                <CriterionDetail
                  initiativeId={initiativeId}
                  slug={slug}
                  reasons={profile.find((line) => line.slug === slug)?.reasons ?? []}
                  revisionNumber={revisionNumber}
                  today={today}
                />
              )}
            />
          </div>
          {blind ? null : (
            <OtherViews profile={profile} lines={lines} history={history} picture={drawn} />
          )}
        </>
      )}
      <p className="mt-4 text-sm text-muted">
        {t('effectNote')}{' '}
        <TextLink href={{ pathname: '/method', hash: 'criteria' }}>{t('howRated')}</TextLink>
      </p>
    </div>
  )
}
