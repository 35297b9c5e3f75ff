import { labelIn } from '@/lib/base/text/label'
import { useFormatter, useTranslations } from 'next-intl'
import type { Option } from '@/components/base/forms/inputs'
import type { Locale } from '@/i18n/routing'
import type { Proposal } from '@/lib/judgement/panels/types'

export function useProposalOptions(locale: Locale): (proposals: readonly Proposal[]) => Option[] {
  const t = useTranslations('panels.reason')
  const assessments = useTranslations('assessments')
  const format = useFormatter()
  return (proposals) =>
    proposals.map(({ userId, organisationName, constituency, reasons }) => {
      const why = reasons.map((reason) => {
        if (reason.kind === 'region') return t('region', { name: reason.name })
        if (reason.kind === 'constituency') return t('constituency')
        if (reason.kind === 'asked') return t('asked', { count: reason.count })
        return t(reason.kind, {
          terms: format.list(
            reason.terms.map(({ labelNl, labelEn }) =>
              labelIn(locale, { labelNl, labelEn }).toLocaleLowerCase(locale),
            ),
          ),
        })
      })
      return {
        value: userId,
        label:
          constituency === null
            ? organisationName
            : `${organisationName}, ${assessments(`constituency.${constituency}`)}`,
        hint: `${why.join('. ')}.`,
      }
    })
}
