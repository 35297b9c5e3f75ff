import { useTranslations } from 'next-intl'
import { YearVerdict } from '@/components/monitor/chains/verdict-list'
import { ActForm } from '@/components/base/forms/act-form'
import { CheckboxField } from '@/components/base/forms/choices'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { saveExpectationAction, signExpectationAction } from '@/lib/monitor/verdicts/actions'
import type { CalendarDate } from '@/lib/base/text/calendar'
import { isAfterwards, lateSigning, periodBegin } from '@/lib/monitor/verdicts/rules'
import { expectationValues } from '@/lib/monitor/verdicts/schema'
import type { MeasureYear } from '@/lib/monitor/verdicts/types'

interface ExpectationSectionProps {
  now: MeasureYear
  measureId: string
  year: number
  startsOn: CalendarDate | null
}

export function ExpectationSection({ now, measureId, year, startsOn }: ExpectationSectionProps) {
  const t = useTranslations('chains.verdictEditor')
  const { expectation } = now
  const today = new Date()
  const late = isAfterwards(year, today)
  const begun = !late && lateSigning(today, periodBegin(year, startsOn)) !== null
  return (
    <Section id="verwachting" title={t('expectation')} lead={t('expectationLead')}>
      {expectation?.signedAt == null ? (
        <>
          <FieldsForm
            action={saveExpectationAction}
            labels={{ submit: t('save'), busy: t('busy') }}
            stored={expectationValues(expectation)}
            about={{ measureId, year, version: expectation?.version ?? 0 }}
            fields={[
              {
                kind: 'textarea',
                name: 'expectationText',
                label: t('expectationText'),
                hint: t('expectationHint'),
              },
            ]}
          />
          {expectation === null ? null : (
            <div className="mt-8 max-w-measure border-t border-hairline pt-6">
              <ActForm
                action={signExpectationAction}
                about={{ measureId, year, version: expectation.version }}
                variant="secondary"
                label={t(late ? 'signLate' : 'sign')}
                pending={t('busy')}
              >
                {late ? (
                  <>
                    <Notice tone="attention">{t('late', { year })}</Notice>
                    <CheckboxField name="afterwards" label={t('afterwards')} />
                  </>
                ) : null}
                {begun ? <Notice tone="attention">{t('begun')}</Notice> : null}
              </ActForm>
            </div>
          )}
        </>
      ) : null}
      {expectation?.signedAt == null ? null : (
        <YearVerdict year={year} of={{ ...now, current: null, replaced: [] }} />
      )}
    </Section>
  )
}
