import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { signVerdictAction } from '@/lib/monitor/verdicts/actions'
import { missingToSign } from '@/lib/monitor/verdicts/rules'
import type { MeasureYear } from '@/lib/monitor/verdicts/types'

interface VerdictSigningProps {
  now: MeasureYear
  measureId: string
  year: number
}

export function VerdictSigning({ now, measureId, year }: VerdictSigningProps) {
  const t = useTranslations('chains.verdictEditor')
  const { draft } = now
  const missing = missingToSign(now)
  if (draft === null) return null
  return (
    <div className="mt-8 max-w-measure border-t border-hairline pt-6">
      {missing.length > 0 ? (
        <p className="text-clay">
          {t('missing', { list: missing.map((need) => t(`need.${need}`)).join(', ') })}
        </p>
      ) : (
        <ActForm
          action={signVerdictAction}
          about={{ measureId, year, version: draft.version }}
          label={t('signVerdict')}
          pending={t('busy')}
        >
          <p>{t('signNote')}</p>
        </ActForm>
      )}
    </div>
  )
}
