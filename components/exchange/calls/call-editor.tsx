import { getLocale, getTranslations } from 'next-intl/server'
import { termGroups } from '@/components/knowledge/editing/option-groups'
import { callValues, MAX_TITLE } from '@/lib/exchange/calls/schema'
import type { CallView, CallVocabulary } from '@/lib/exchange/calls/types'
import type { AskedQuestion } from '@/lib/exchange/learning/types'
import { loadTerms } from '@/lib/base/taxonomy/loaders'
import { CallForm } from './call-form'

const LABELS = [
  'titleLabel',
  'titleHint',
  'text',
  'textHint',
  'region',
  'openUntil',
  'openUntilHint',
  'termsHint',
  'busy',
  'target_group',
  'sector',
  'instrument',
] as const

interface CallEditorProps {
  call?: CallView
  learning?: AskedQuestion | null
  regions: readonly { slug: string; name: string }[]
}

export async function CallEditor({ call, learning = null, regions }: CallEditorProps) {
  const [t, locale, groups, sectors, instruments] = await Promise.all([
    getTranslations('calls.form'),
    getLocale(),
    loadTerms('target_group'),
    loadTerms('sector'),
    loadTerms('instrument'),
  ])
  const labels = Object.fromEntries(LABELS.map((key) => [key, t(key)])) as Record<
    (typeof LABELS)[number],
    string
  >
  const words = { other: t('other'), retired: t('retired') }
  const values = call ? callValues(call) : {}
  const typedIn = (name: CallVocabulary) => [values[name] ?? []].flat()
  const [first] = regions
  const single = regions.length === 1 && first ? first.slug : ''
  return (
    <CallForm
      {...(call && { edits: { callId: call.id, version: call.version } })}
      {...(learning && { learningId: learning.id })}
      stored={
        call
          ? values
          : learning
            ? {
                region: learning.region.slug,
                title: learning.question.slice(0, MAX_TITLE),
                text: learning.why,
              }
            : { region: single }
      }
      regions={[
        ...(single === '' ? [{ value: '', label: t('chooseRegion') }] : []),
        ...regions.map(({ slug, name }) => ({ value: slug, label: name })),
      ]}
      terms={{
        target_group: termGroups(groups, locale, words, typedIn('target_group')),
        sector: termGroups(sectors, locale, words, typedIn('sector')),
        instrument: termGroups(instruments, locale, words, typedIn('instrument')),
      }}
      labels={{ ...labels, submit: t(call ? 'save' : 'submit') }}
    />
  )
}
