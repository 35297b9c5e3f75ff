import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/base/ui/layout'
import { StatusWord } from '@/components/base/ui/text'
import { loadChoices, loadLookalikes } from '@/lib/exchange/overlap/loaders'
import type { ChoiceMade } from '@/lib/exchange/overlap/types'
import type { RevisionDraft } from '@/lib/knowledge/revisions/types'
import { Consulted } from './consulted'
import { OtherLink } from './other-link'

const TONE = { join: 'info', variant: 'neutral', separate: 'neutral' } as const

async function Choice({ choice }: { choice: ChoiceMade }) {
  const t = await getTranslations('overlap')
  return (
    <li className="border-t border-hairline py-4 last:border-b">
      <p className="text-sm text-muted">
        <StatusWord tone={TONE[choice.answer]}>{t(`chosen.${choice.answer}`)}</StatusWord>
        {choice.joining === null ? null : ` · ${t(`joining.state.${choice.joining.state}`)}`}
      </p>
      <h3 className="mt-1">
        {choice.title === null ? (
          t('chosen.hidden')
        ) : (
          <OtherLink slug={choice.slug ?? ''} revisionId={choice.revisionId} title={choice.title} />
        )}
      </h3>
      {choice.words === '' ? null : (
        <p lang="nl" className="mt-1 whitespace-pre-line">
          {choice.words}
        </p>
      )}
      <p className="mt-1 text-sm text-muted">
        {t('decidedBy', { name: choice.by ?? t('someone'), date: choice.on })}
      </p>
    </li>
  )
}

export async function ChoicesMade({ draft }: { draft: RevisionDraft }) {
  const [t, choices, alike] = await Promise.all([
    getTranslations('overlap'),
    loadChoices(draft.initiativeId),
    loadLookalikes(draft),
  ])
  const open = alike.filter(({ decided }) => decided === null)
  return (
    <Section
      id="lijkt-op"
      title={t('chosen.title', { count: choices.length })}
      lead={t('chosen.lead')}
    >
      <div className="max-w-measure">
        {choices.length === 0 ? (
          <p>{t('chosen.none')}</p>
        ) : (
          <ul>
            {choices.map((choice) => (
              <Choice key={choice.otherId} choice={choice} />
            ))}
          </ul>
        )}
        <p className="mt-4">
          {open.length === 0 ? t('chosen.openNone') : t('chosen.open', { count: open.length })}
        </p>
        {open.length === 0 ? null : (
          <ul className="mt-2 list-disc space-y-1 pl-5">
            {open.map(({ initiativeId, slug, title, draft: unpublished, organisation }) => (
              <li key={initiativeId}>
                <OtherLink slug={slug} revisionId={unpublished?.revisionId ?? null} title={title} />{' '}
                <span className="text-muted">{t('variantBy', { organisation })}</span>
              </li>
            ))}
          </ul>
        )}
        <Consulted initiativeId={draft.initiativeId} />
      </div>
    </Section>
  )
}
