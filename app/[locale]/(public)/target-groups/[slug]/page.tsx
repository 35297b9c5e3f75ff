import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FollowButton } from '@/components/follows/follow-button'
import { ContextFigures } from '@/components/indicators/context-figures'
import { TaggedInitiatives } from '@/components/search/tagged-initiatives'
import { TermWord } from '@/components/taxonomy/term-word'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Facts, Page, PageHeader, Section } from '@/components/ui/layout'
import { TextLink } from '@/components/ui/text'
import type { Locale } from '@/i18n/routing'
import { loadTagged } from '@/lib/search/loaders'
import { loadTargetGroup } from '@/lib/taxonomy/loaders'
import type { TermView } from '@/lib/taxonomy/types'

interface Props {
  params: Promise<{ locale: Locale; slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const term = await loadTargetGroup(slug)
  return { title: locale === 'en' ? term.labelEn : term.labelNl, description: locale === 'en' ? term.definitionEn : term.definitionNl }
}

function TermLinks({ terms }: { terms: readonly TermView[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {terms.map((term) => (
        <li key={term.slug}>
          <TextLink prefetch={false} href={{ pathname: '/target-groups/[slug]', params: { slug: term.slug } }}>
            <TermWord term={term} />
          </TextLink>
        </li>
      ))}
    </ul>
  )
}

export default async function TargetGroupPage({ params }: Props) {
  const { locale, slug } = await params
  const term = await loadTargetGroup(slug)
  const [t, nav, { total, measured }] = await Promise.all([getTranslations('taxonomy'), getTranslations('ui.nav'), loadTagged('doelgroep', slug)])
  const name = locale === 'en' ? term.labelEn : term.labelNl
  const facts = [
    ...(term.altLabels.length > 0 ? [{ label: t('alsoCalled'), value: <span lang="nl">{term.altLabels.join(', ')}</span> }] : []),
    ...(term.broader.length > 0 ? [{ label: t('broader'), value: <TermLinks terms={term.broader} /> }] : []),
    ...(term.narrower.length > 0 ? [{ label: t('narrower'), value: <TermLinks terms={term.narrower} /> }] : []),
  ]
  return (
    <Page>
      <Breadcrumbs items={[{ label: nav('targetGroups'), href: '/target-groups' }, { label: name }]} />
      <PageHeader kicker={t('kind')} title={name} lead={locale === 'en' ? term.definitionEn : term.definitionNl}>
        <p className="mt-4 max-w-measure">{t('state', { total, measured })}</p>
        <div className="mt-6 print:hidden">
          <FollowButton type="target_group" slug={slug} back={{ pathname: '/target-groups/[slug]', params: { slug } }} />
        </div>
        {facts.length > 0 ? <Facts items={facts} className="mt-6 max-w-measure" /> : null}
      </PageHeader>
      <Section id="initiatieven" title={t('initiatives', { total, name: name.toLowerCase() })}>
        <TaggedInitiatives facet="doelgroep" slug={slug} locale={locale} empty={{ title: t('none'), why: t('noneWhy') }} />
      </Section>
      <Section id="cijfers" title={t('figures')} lead={t('figuresLead')}>
        <ContextFigures targetGroupSlug={slug} locale={locale} />
      </Section>
    </Page>
  )
}
