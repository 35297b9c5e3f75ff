import {
  consequencesValues,
  costsValues,
  planningValues,
  theoryValues,
} from '@/lib/monitor/policies/values.schema'
import { useTranslations } from 'next-intl'
import { FieldsForm } from '@/components/base/forms/fields-form'
import type { Option } from '@/components/base/forms/inputs'
import {
  consequenceFields,
  costFields,
  balanceRows,
  theoryFields,
} from '@/components/monitor/policies/policy-specs'
import { Section } from '@/components/base/ui/layout'
import {
  saveConsequencesAction,
  saveCostsAction,
  savePlanningAction,
  saveTheoryAction,
} from '@/lib/monitor/policies/actions'
import type { MonitorView } from '@/lib/monitor/policies/types'

interface PolicyFormsProps {
  initiativeId: string
  monitor: MonitorView
  displacements: Option[]
}

export function PolicyForms({ initiativeId, monitor, displacements }: PolicyFormsProps) {
  const t = useTranslations('policies.edit')
  const save = { submit: t('save'), busy: t('busy') }
  const about = { initiativeId, version: monitor.version }
  return (
    <>
      <Section id="verandertheorie" title={t('theory')}>
        <FieldsForm
          action={saveTheoryAction}
          fields={theoryFields(t)}
          stored={theoryValues(monitor)}
          about={about}
          labels={save}
        />
      </Section>
      <Section id="bereik" title={t('costs')}>
        <FieldsForm
          action={saveCostsAction}
          fields={costFields(t)}
          stored={costsValues(monitor)}
          about={about}
          labels={save}
        />
      </Section>
      <Section id="elders" title={t('consequences')} lead={t('consequencesLead')}>
        <FieldsForm
          action={saveConsequencesAction}
          fields={consequenceFields(t, displacements)}
          stored={consequencesValues(monitor)}
          about={{ ...about, ...balanceRows() }}
          labels={save}
        />
      </Section>
      <Section id="volgende" title={t('planning')}>
        <FieldsForm
          action={savePlanningAction}
          fields={[{ kind: 'date', name: 'nextMeasurementOn', label: t('nextMeasurement') }]}
          stored={planningValues(monitor)}
          about={about}
          labels={save}
        />
      </Section>
    </>
  )
}
