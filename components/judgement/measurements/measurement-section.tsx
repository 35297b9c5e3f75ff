import type { InitiativeIndicatorView, MeasurementDesign } from '@/lib/judgement/measurements/types'
import { randomUUID } from 'node:crypto'
import { useTranslations } from 'next-intl'
import { evidenceText } from '@/components/knowledge/evidence/evidence-text'
import { bestRankOf } from '@/lib/judgement/measurements/level.rules'
import {
  EVIDENCE_DIRECTIONS,
  EVIDENCE_LEVELS,
  type EvidenceSummary,
} from '@/lib/knowledge/evidence/types'
import { levelKey } from './level-key'
import { MeasurementForm, type EvidenceWords } from './measurement-form'
import { measurementFields } from '@/components/judgement/measurements/indicator-specs'
import { Section } from '@/components/base/ui/layout'
import { measurementValues } from '@/lib/judgement/measurements/schema'

const DECIDERS = ['described', 'substantiated', 'measured', 'compared', 'published'] as const

function useEvidenceWords(): EvidenceWords {
  const t = useTranslations('evidence')
  const words = useTranslations('indicators.edit.level')
  return {
    levels: Object.fromEntries(
      EVIDENCE_LEVELS.flatMap((_, rank) =>
        EVIDENCE_DIRECTIONS.map((direction) => [
          levelKey({ rank, direction }),
          evidenceText({ t }, { rank, direction }),
        ]),
      ),
    ),
    rules: Object.fromEntries(DECIDERS.map((check) => [check, t(`decided.${check}`)])),
    was: words('was'),
    now: words('now'),
    same: words('same'),
    because: words('because'),
  }
}

/** The highest step that a design can give. */
function useReaches() {
  const t = useTranslations('indicators.edit.designReach')
  return (design: MeasurementDesign) => {
    const rank = bestRankOf(design)
    return t(rank === 5 ? '5' : rank === 4 ? '4' : '3')
  }
}

interface MeasurementSectionProps {
  initiativeId: string
  indicators: InitiativeIndicatorView[]
  correcting: string | string[] | undefined
  /** The evidence of the initiative as it is before a measurement. */
  evidence: Pick<EvidenceSummary, 'rank' | 'direction'> | null
}

export function MeasurementSection({
  initiativeId,
  indicators,
  correcting,
  evidence,
}: MeasurementSectionProps) {
  const t = useTranslations('indicators.edit')
  const labels = { submit: t('save'), busy: t('busy'), advice: { withoutN: t('withoutN') } }
  const words = useEvidenceWords()
  const reaches = useReaches()
  const options = indicators.map(({ id, label }) => ({ value: id, label }))
  const [first] = options
  if (!first) return null
  const corrected = indicators.flatMap((indicator) =>
    indicator.measurements
      .filter(({ id }) => id === correcting)
      .map((measurement) => ({ indicator, measurement })),
  )[0]
  return (
    <Section
      id="meting"
      title={corrected ? t('correct') : t('addMeasurement')}
      lead={
        corrected
          ? t('correctLead')
          : evidence && t('level.before', { level: words.levels[levelKey(evidence)] ?? '' })
      }
      className="mt-10"
    >
      {corrected ? (
        <MeasurementForm
          key={corrected.measurement.id}
          words={words}
          fields={measurementFields(t, [], reaches, true)}
          labels={{ ...labels, done: t('correctDone') }}
          stored={measurementValues(corrected.indicator.id, corrected.measurement)}
          about={{
            initiativeId,
            measurementId: randomUUID(),
            measuredIndicatorId: corrected.indicator.id,
            supersedesId: corrected.measurement.id,
          }}
        />
      ) : (
        <MeasurementForm
          words={words}
          fields={measurementFields(t, options, reaches)}
          stored={{ measuredIndicatorId: first.value }}
          labels={{ ...labels, done: t('measurementDone') }}
          about={{
            initiativeId,
            measurementId: randomUUID(),
            ...(options.length === 1 && { measuredIndicatorId: first.value }),
          }}
        />
      )}
    </Section>
  )
}
