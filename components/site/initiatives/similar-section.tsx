import { useTranslations } from 'next-intl'
import { InCollections } from '@/components/knowledge/collections/in-collections'
import { ComparableInitiatives } from '@/components/exchange/comparison/comparable-initiatives'
import { Variants } from '@/components/exchange/overlap/variants'
import { Section } from '@/components/base/ui/layout'
import type { Locale } from '@/i18n/routing'
import type { InitiativeView } from '@/lib/knowledge/initiatives/types'

export function SimilarSection({
  initiative,
  locale,
}: {
  initiative: InitiativeView
  locale: Locale
}) {
  const comparison = useTranslations('comparison')
  return (
    <Section
      id="lijkt-op"
      title={comparison('similar.title')}
      lead={comparison('similar.lead')}
      className="print:hidden"
    >
      <Variants initiativeId={initiative.id} />
      <ComparableInitiatives initiativeId={initiative.id} slug={initiative.slug} locale={locale} />
      <InCollections initiativeId={initiative.id} />
    </Section>
  )
}
