import { useTranslations } from 'next-intl'
import { ContextFigures } from '@/components/figures/indicators/context-figures'
import { Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import type { Locale } from '@/i18n/routing'

export function RegionContext({ slug, locale }: { slug: string; locale: Locale }) {
  const t = useTranslations('regions')
  const welfare = useTranslations('welfare')
  return (
    <Section id="cijfers" title={t('figures')} lead={t('figuresLead')}>
      <p className="mb-6">
        <TextLink
          href={{ pathname: '/regions/[slug]/welfare', params: { slug } }}
          className="inline-flex min-h-11 items-center"
        >
          {welfare('link')}
        </TextLink>
      </p>
      <ContextFigures regionSlug={slug} locale={locale} />
    </Section>
  )
}
