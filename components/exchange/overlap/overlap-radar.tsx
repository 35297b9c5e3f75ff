import { useTranslations } from 'next-intl'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { likenessText } from '@/components/exchange/comparison/likeness-text'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { StatusWord, TextLink } from '@/components/base/ui/text'
import { MIN_SIMILARITY, similarityWord } from '@/lib/exchange/comparison/rules'
import { decideOverlapAction } from '@/lib/exchange/overlap/actions'
import { loadLookalikes } from '@/lib/exchange/overlap/loaders'
import { SHOWN_TEXT_WORDS } from '@/lib/exchange/overlap/rules'
import { answerField, wordsField } from '@/lib/exchange/overlap/schema'
import type { Lookalike } from '@/lib/exchange/overlap/types'
import type { RevisionDraft } from '@/lib/knowledge/revisions/types'
import { Consulted } from './consulted'
import { OtherLink } from './other-link'

const ANSWERS = ['join', 'variant', 'separate'] as const

async function Why({ one }: { one: Lookalike }) {
  const [t, similar, format, locale] = await Promise.all([
    getTranslations('overlap'),
    getTranslations('comparison.similar'),
    getFormatter(),
    getLocale(),
  ])
  const words = (await likenessText(locale))(one.likeness)
  const inText = one.textTerms
    .filter((word) => !one.titleTerms.includes(word))
    .slice(0, SHOWN_TEXT_WORDS)
  return (
    <p className="mt-1">
      {words === '' || one.similarity < MIN_SIMILARITY ? null : (
        <>
          <strong className="font-semibold">
            {similar(`word.${similarityWord(one.similarity)}`)}
          </strong>
          {`: ${words}. `}
        </>
      )}
      {one.titleTerms.length > 0
        ? `${t('titleToo', { list: format.list(one.titleTerms) })} `
        : null}
      {inText.length > 0 ? t('textToo', { list: format.list(inText) }) : null}
    </p>
  )
}

function Decision({ decided }: { decided: NonNullable<Lookalike['decided']> }) {
  const t = useTranslations('overlap')
  return (
    <div className="mt-3 border-l-4 border-green pl-4">
      <p className="whitespace-pre-line">
        {t(`decided.${decided.answer}`, { words: decided.words })}
      </p>
      <p className="text-sm text-muted">
        {t('decidedBy', { name: decided.by ?? t('someone'), date: decided.on })}
      </p>
      {decided.joining === null ? null : (
        <p className="mt-2">
          {t(`state.${decided.joining.state}`)}{' '}
          <TextLink
            href={{ pathname: '/workspace/joining/[id]', params: { id: decided.joining.id } }}
            prefetch={false}
          >
            {t('stateLink')}
          </TextLink>
        </p>
      )}
    </div>
  )
}

function DecideForm({ one, revisionId }: { one: Lookalike; revisionId: string }) {
  const t = useTranslations('overlap')
  const { decided, initiativeId: otherId, title } = one
  return (
    <FieldsForm
      action={decideOverlapAction}
      about={{ revisionId, otherId }}
      stored={{}}
      summary={t(decided === null ? 'decideFor' : 'again', { title })}
      variant="secondary"
      fields={[
        {
          kind: 'select',
          name: answerField(otherId),
          label: t('answer.label'),
          options: [
            { value: '', label: t('answer.choose') },
            ...ANSWERS.map((value) => ({ value, label: t(`answer.${value}`) })),
          ],
        },
        {
          kind: 'textarea',
          name: wordsField(otherId),
          label: t('words'),
          hint: t('wordsHint'),
        },
      ]}
      labels={{ submit: t('save'), busy: t('busy'), done: t('done') }}
    />
  )
}

async function LookalikeItem({ one, revisionId }: { one: Lookalike; revisionId: string }) {
  const t = await getTranslations('overlap')
  const { decided, title } = one
  return (
    <li className="pt-6">
      <p className="text-sm text-muted">
        {one.draft === null ? null : (
          <>
            <StatusWord tone="neutral">{t('draft')}</StatusWord>
            {' · '}
          </>
        )}
        {`${t(one.near ? 'near' : 'elsewhere')} · ${one.organisation}`}
      </p>
      <h3 className="mt-1">
        <OtherLink slug={one.slug} revisionId={one.draft?.revisionId ?? null} title={title} />
      </h3>
      <Why one={one} />
      {decided === null ? null : <Decision decided={decided} />}
      <div className="mt-3">
        <DecideForm key={decided?.on.toISOString() ?? 'open'} one={one} revisionId={revisionId} />
      </div>
    </li>
  )
}

/** Never blocks submitting. */
export async function OverlapRadar({ draft }: { draft: RevisionDraft }) {
  const [t, found] = await Promise.all([getTranslations('overlap'), loadLookalikes(draft)])
  return (
    <section id="lijkt-op" aria-labelledby="lijkt-op-title" className="max-w-measure scroll-mt-6">
      <h2 id="lijkt-op-title">
        {found.length === 0 ? t('none') : t('title', { count: found.length })}
      </h2>
      <p className="mt-2 border-b border-hairline pb-5 text-muted">
        {t(found.length === 0 ? 'noneWhy' : 'lead')}
      </p>
      <ul>
        {found.map((one) => (
          <LookalikeItem key={one.initiativeId} one={one} revisionId={draft.id} />
        ))}
      </ul>
      <Consulted initiativeId={draft.initiativeId} />
    </section>
  )
}
