import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/base/ui/data-table'
import { StatusWord, TextLink } from '@/components/base/ui/text'
import { flatten, slugOfVocabulary } from '@/lib/site/vocabularies/rules'
import type { ManagedVocabulary, TermBranch } from '@/lib/site/vocabularies/types'
import { useUseText } from './use-text'

const INDENT = ['', 'pl-5', 'pl-10', 'pl-14'] as const

interface TermTableProps {
  vocabulary: ManagedVocabulary
  tree: readonly TermBranch[]
}

interface TermNameProps {
  vocabulary: ManagedVocabulary
  term: TermBranch
  depth: number
}

function TermName({ vocabulary, term, depth }: TermNameProps) {
  const t = useTranslations('vocabularies')
  return (
    <span className={`block min-w-36 sm:min-w-96 ${INDENT[Math.min(depth, 3)] ?? ''}`}>
      <TextLink
        href={{
          pathname: '/workspace/admin/terms/[vocabulary]/[slug]',
          params: { vocabulary: slugOfVocabulary(vocabulary), slug: term.slug },
        }}
        className="inline-flex min-h-11 items-center font-semibold"
      >
        <span lang="nl">{term.labelNl}</span>
      </TextLink>
      <span className="hidden max-w-measure text-muted sm:block">
        {term.definitionNl === '' ? t('noMeaning') : <span lang="nl">{term.definitionNl}</span>}
      </span>
      {term.retiredOn === null ? null : (
        <span className="block">
          <StatusWord tone="attention">{t('retiredMark')}</StatusWord>
        </span>
      )}
    </span>
  )
}

/** The tree as a table, narrower terms indented under the broader one. */
export function TermTable({ vocabulary, tree }: TermTableProps) {
  const t = useTranslations('vocabularies')
  const inWords = useUseText()
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={flatten(tree)}
      rowKey={({ term }) => term.id}
      columns={[
        {
          key: 'name',
          header: t('name'),
          cell: (row) => <TermName {...row} vocabulary={vocabulary} />,
        },
        {
          key: 'initiatives',
          header: t('initiatives'),
          cell: ({ term }) => term.use.initiatives,
          numeric: true,
        },
        { key: 'calls', header: t('calls'), cell: ({ term }) => term.use.calls, numeric: true },
        {
          key: 'obstacles',
          header: t('obstacles'),
          cell: ({ term }) => term.use.obstacles,
          numeric: true,
        },
        {
          key: 'other',
          header: t('other'),
          cell: ({ term }) => (
            <span className="block min-w-32">
              {inWords(term.use, ['adoptions', 'people', 'followers', 'indicators']).join(', ')}
            </span>
          ),
        },
      ]}
    />
  )
}
