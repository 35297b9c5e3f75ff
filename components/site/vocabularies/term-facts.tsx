import { useTranslations } from 'next-intl'
import { Facts, Section } from '@/components/base/ui/layout'
import { TextLink } from '@/components/base/ui/text'
import { slugOfVocabulary } from '@/lib/site/vocabularies/rules'
import type { ManagedVocabulary, StoredTerm, TermDetail } from '@/lib/site/vocabularies/types'
import { useUseText } from './use-text'

/** Outcomes have no page of their own; they are explained where they are used. */
export const PUBLIC_PAGE = {
  target_group: '/target-groups/[slug]',
  sector: '/sectors/[slug]',
  instrument: '/instruments/[slug]',
  societal_challenge: '/challenges/[slug]',
  outcome: null,
} as const satisfies Record<ManagedVocabulary, string | null>

interface LinkProps {
  vocabulary: ManagedVocabulary
  terms: readonly { slug: string; labelNl: string }[]
}

export function TermLinks({ vocabulary, terms }: LinkProps) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1" lang="nl">
      {terms.map(({ slug, labelNl }) => (
        <li key={slug}>
          <TextLink
            href={{
              pathname: '/workspace/admin/terms/[vocabulary]/[slug]',
              params: { vocabulary: slugOfVocabulary(vocabulary), slug },
            }}
          >
            {labelNl}
          </TextLink>
        </li>
      ))}
    </ul>
  )
}

interface TermFactsProps {
  term: TermDetail
  subterms: readonly StoredTerm[]
}

/** Where a term is used, what it was called, and what stands under it. */
export function TermFacts({ term, subterms }: TermFactsProps) {
  const t = useTranslations('vocabularies.one')
  const uses = useTranslations('vocabularies.uses')
  const inWords = useUseText()(term.use)
  const { vocabulary, slug, formerNames, merged } = term
  const page = PUBLIC_PAGE[vocabulary]
  const list = (terms: LinkProps['terms']) => <TermLinks vocabulary={vocabulary} terms={terms} />
  const facts = [
    { label: t('usedBy'), value: inWords.length === 0 ? uses('none') : inWords.join(', ') },
    ...(formerNames.length > 0
      ? [
          {
            label: t('formerNames'),
            value: (
              <ul>
                {formerNames.map(({ labelNl, until }) => (
                  <li key={until.toISOString()}>
                    {t('formerName', { name: labelNl, date: until })}
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    ...(merged.length > 0 ? [{ label: t('mergedHere'), value: list(merged) }] : []),
    ...(subterms.length > 0 ? [{ label: t('below'), value: list(subterms) }] : []),
  ]
  return (
    <Section id="gebruik" title={t('used')}>
      <Facts items={facts} className="max-w-measure" />
      {page === null ? null : (
        <p className="mt-4">
          <TextLink href={{ pathname: page, params: { slug } }}>{t('public')}</TextLink>
        </p>
      )}
    </Section>
  )
}
