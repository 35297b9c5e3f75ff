import { useTranslations } from 'next-intl'
import { Facts } from '@/components/base/ui/layout'
import { ExternalLink } from '@/components/base/ui/text'

interface IndicatorFactsProps {
  unit: string
  source: { name: string; url: string | null; licence: string | null } | null
  additive: boolean
}

export function IndicatorFacts({ unit, source, additive }: IndicatorFactsProps) {
  const t = useTranslations('statistics')
  return (
    <Facts
      items={[
        { label: t('unit'), value: unit },
        {
          label: t('source'),
          value:
            source === null ? (
              t('sourceUnknown')
            ) : source.url === null ? (
              source.name
            ) : (
              <ExternalLink href={source.url}>{source.name}</ExternalLink>
            ),
        },
        { label: t('licence'), value: source?.licence ?? t('licenceUnknown') },
        { label: t('adding'), value: t(additive ? 'additive' : 'notAdditive') },
      ]}
    />
  )
}
