import { labelIn } from '@/lib/base/text/label'
import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import type { Locale } from '@/i18n/routing'
import { saveReplyAction } from '@/lib/judgement/assessments/actions'
import type { CriterionProfile, ScoreReason } from '@/lib/judgement/assessments/types'

const PATH = '/workspace/initiatives/[id]/panel' as const

interface ReplySectionProps {
  initiativeId: string
  profile: readonly CriterionProfile[]
  chosen: { assessmentId: string; criterion: string } | null
  locale: Locale
}

function OneReply({
  initiativeId,
  line,
  row,
  locale,
}: {
  initiativeId: string
  line: CriterionProfile
  row: ScoreReason
  locale: Locale
}) {
  const t = useTranslations('panels.reply')
  const criterion = labelIn(locale, line)
  return (
    <div>
      <h3>{t('formTitle', { criterion })}</h3>
      <p className="mt-3 text-sm text-muted">{t('to', { organisation: row.organisationName })}</p>
      <blockquote className="mb-6 max-w-measure border-l-2 border-hairline pl-4">
        {row.reason}
      </blockquote>
      <FieldsForm
        key={row.reply?.version ?? 0}
        action={saveReplyAction}
        stored={{ text: row.reply?.text ?? '' }}
        labels={{ submit: t('submit'), busy: t('busy'), done: t('done') }}
        fields={[{ kind: 'textarea', name: 'text', label: t('text'), hint: t('textHint') }]}
        about={{
          assessmentId: row.assessmentId,
          criterion: line.slug,
          version: row.reply?.version ?? 0,
        }}
      />
      <p className="mt-4">
        <TextLink href={{ pathname: PATH, params: { id: initiativeId }, hash: 'antwoord' }}>
          {t('cancel')}
        </TextLink>
      </p>
    </div>
  )
}

export function ReplySection({ initiativeId, profile, chosen, locale }: ReplySectionProps) {
  const t = useTranslations('panels.reply')
  const lines = profile
    .map((line) => ({ ...line, reasons: line.reasons.filter(({ kind }) => kind === 'panel') }))
    .filter(({ reasons }) => reasons.length > 0)
  const line = lines.find(({ slug }) => slug === chosen?.criterion)
  const row = line?.reasons.find(({ assessmentId }) => assessmentId === chosen?.assessmentId)
  if (line && row)
    return <OneReply initiativeId={initiativeId} line={line} row={row} locale={locale} />
  if (lines.length === 0) return <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>
  return (
    <ul className="space-y-8">
      {lines.map((one) => {
        const criterion = labelIn(locale, one)
        return (
          <li key={one.slug} className="border-t border-hairline pt-4">
            <h3>{criterion}</h3>
            <ul className="mt-3 max-w-measure space-y-4">
              {one.reasons.map(({ assessmentId, organisationName, reason, reply }) => (
                <li key={assessmentId}>
                  <p className="text-sm text-muted">
                    {t('to', { organisation: organisationName })}
                  </p>
                  <p>{reason}</p>
                  {reply ? <p className="mt-1 border-l-2 border-green pl-3">{reply.text}</p> : null}
                  <p className="mt-1 text-sm">
                    <TextLink
                      href={{
                        pathname: PATH,
                        params: { id: initiativeId },
                        query: { antwoord: assessmentId, criterium: one.slug },
                        hash: 'antwoord',
                      }}
                      aria-label={`${t(reply ? 'change' : 'write')} ${t('writeOn', { organisation: organisationName, criterion })}`}
                    >
                      {t(reply ? 'change' : 'write')}
                    </TextLink>
                  </p>
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}
