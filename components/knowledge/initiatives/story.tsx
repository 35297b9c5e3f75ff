import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TermWord } from '@/components/base/taxonomy/term-word'
import { EmptyState } from '@/components/base/ui/notice'
import { Section } from '@/components/base/ui/layout'
import { RichText } from '@/components/base/ui/rich-text'
import { MoreMedia } from '@/components/knowledge/media/more-media'
import type { InitiativeView, TextItemKind } from '@/lib/knowledge/initiatives/types'
import { Interpretation } from './interpretation'
import { ResultList } from './result-list'
import { Sources } from './sources'

export function storySections(
  initiative: InitiativeView,
): ('problem' | 'approach' | 'results' | 'learned' | 'scale' | 'story')[] {
  const has = (kind: TextItemKind) => (initiative.items[kind]?.length ?? 0) > 0
  return [
    ...(initiative.problem === '' ? [] : ['problem' as const]),
    'approach',
    'results',
    'learned',
    ...(has('scalability_support') ||
    has('scalability_limit') ||
    initiative.scalabilityReport !== null
      ? ['scale' as const]
      : []),
    ...(initiative.story === '' ? [] : ['story' as const]),
  ]
}

function Lines({
  items,
  title,
  children,
}: {
  items: readonly string[] | undefined
  title?: string
  children?: ReactNode
}) {
  if (items === undefined || items.length === 0) return null
  return (
    <div>
      {title === undefined ? null : <h3 className="mb-2">{title}</h3>}
      <ul className="max-w-measure space-y-2">
        {items.map((item, index) => (
          <li key={index} className="flex gap-3">
            <span aria-hidden="true" className="text-green">
              –
            </span>
            <span className="min-w-0">{item}</span>
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}

const Note = ({ children }: { children: ReactNode }) => (
  <p className="mt-3 max-w-measure text-sm text-muted">{children}</p>
)

function Steps({ steps }: { steps: InitiativeView['steps'] }) {
  return (
    <ol className="max-w-measure">
      {steps.map((step, index) => (
        <li key={index} className="relative grid grid-cols-[2.5rem_1fr] gap-x-4 pb-6 last:pb-0">
          <span
            aria-hidden="true"
            className={`absolute top-8 bottom-0 left-5 w-px bg-hairline ${index === steps.length - 1 ? 'hidden' : ''}`}
          />
          <span
            aria-hidden="true"
            className="relative flex size-10 items-center justify-center rounded-full bg-green-wash font-serif text-lg font-semibold text-green-deep tabular"
          >
            {index + 1}
          </span>
          <div className="pt-1.5">
            <h3>{step.name}</h3>
            {step.description === '' ? null : (
              <p className="mt-1 whitespace-pre-line">{step.description}</p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

function StyleFacts({ initiative }: { initiative: InitiativeView }) {
  const t = useTranslations('initiatives')
  const { terms } = initiative
  const [style] = terms.approach_style ?? []
  const drivers = terms.driver ?? []
  if (!style && drivers.length === 0) return null
  return (
    <dl className="max-w-measure divide-y divide-hairline border-y border-hairline">
      {style ? (
        <div className="py-3">
          <dt className="text-sm text-muted">{t('style')}</dt>
          <dd>
            <strong className="font-semibold">
              <TermWord term={style} />
            </strong>
            {initiative.styleSupport === 'derived' ? <Interpretation /> : null}
          </dd>
        </div>
      ) : null}
      {drivers.length > 0 ? (
        <div className="py-3">
          <dt className="text-sm text-muted">{t('drivers')}</dt>
          <dd>
            <ul className="mt-1 space-y-1">
              {drivers.map((driver) => (
                <li key={driver.slug}>
                  <strong className="font-semibold">
                    <TermWord term={driver} />
                  </strong>
                  {driver.certainty === 'derived' ? <Interpretation /> : null}
                  {driver.basis === null ? null : (
                    <span className="block text-sm text-muted">{driver.basis}</span>
                  )}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

function Approach({ initiative }: { initiative: InitiativeView }) {
  const t = useTranslations('initiatives')
  const { steps, items } = initiative
  return (
    <Section
      id="aanpak"
      title={steps.length > 0 ? t('approachSteps', { count: steps.length }) : t('approach')}
    >
      {steps.length > 0 ? <Steps steps={steps} /> : null}
      {steps.length === 0 && items.working_element === undefined ? (
        <p className="text-muted">{t('approachNone')}</p>
      ) : null}
      <div className="mt-8 space-y-8">
        <Lines items={items.working_element} title={t('workingElements')} />
        <StyleFacts initiative={initiative} />
      </div>
      {initiative.instrumentsNote === null ? null : <Note>{initiative.instrumentsNote}</Note>}
      {initiative.targetGroupsNote === null ? null : <Note>{initiative.targetGroupsNote}</Note>}
    </Section>
  )
}

function Results({ initiative }: { initiative: InitiativeView }) {
  const t = useTranslations('initiatives')
  const { items, results } = initiative
  return (
    <Section id="resultaten" title={t('results')}>
      {results.length === 0 && items.impact === undefined ? (
        <EmptyState title={t('resultsNone')}>{t('resultsNoneWhy')}</EmptyState>
      ) : null}
      <ResultList results={results} />
      <div className="mt-8 space-y-8">
        <Lines items={items.impact} title={t('impact')} />
        <Lines items={items.expected_impact} title={t('expectedImpact')}>
          {initiative.expectedImpactNote === null ? null : (
            <Note>{initiative.expectedImpactNote}</Note>
          )}
        </Lines>
        <Lines items={items.goal} title={t('goals')} />
        {items.knowledge_gap === undefined ? null : (
          <div className="max-w-measure border-l-4 border-clay bg-clay-wash p-5">
            <Lines items={items.knowledge_gap} title={t('gaps')} />
            <p className="mt-3 text-sm">{t('gapsWhy')}</p>
          </div>
        )}
      </div>
    </Section>
  )
}

function Learned({ initiative }: { initiative: InitiativeView }) {
  const t = useTranslations('initiatives')
  const { items } = initiative
  const side = (kind: 'success_factor' | 'obstacle', title: string, colour: string) => (
    <div className={`border-t-4 pt-4 ${colour}`}>
      <h3 className="mb-2">{title}</h3>
      {items[kind] === undefined ? (
        <p className="text-muted">{t('learnedNone')}</p>
      ) : (
        <Lines items={items[kind]} />
      )}
    </div>
  )
  return (
    <Section id="geleerd" title={t('learned')}>
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
        {side('success_factor', t('successFactors'), 'border-green')}
        {side('obstacle', t('obstacles'), 'border-clay')}
      </div>
      {initiative.successFactorsNote === null ? null : <Note>{initiative.successFactorsNote}</Note>}
      <div className="mt-10 space-y-8">
        <Lines items={items.lesson} title={t('lessons')} />
        {items.would_do_differently === undefined ? null : (
          <div className="max-w-measure border-l-4 border-green bg-green-wash p-5">
            <Lines items={items.would_do_differently} title={t('wouldDoDifferently')} />
          </div>
        )}
        <Lines items={items.recommendation} title={t('recommendations')} />
      </div>
    </Section>
  )
}

function Scale({ initiative }: { initiative: InitiativeView }) {
  const t = useTranslations('initiatives')
  return (
    <Section id="overnemen" title={t('scale')}>
      {initiative.scalabilityReport === null ? null : (
        <p className="mb-6 max-w-measure">
          {t('scaleReport', { text: initiative.scalabilityReport })}
        </p>
      )}
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
        <Lines items={initiative.items.scalability_support} title={t('supports')} />
        <Lines items={initiative.items.scalability_limit} title={t('limits')} />
      </div>
    </Section>
  )
}

export function Story({
  initiative,
  children,
}: {
  initiative: InitiativeView
  children?: ReactNode
}) {
  const t = useTranslations('initiatives')
  const sections = storySections(initiative)
  return (
    <>
      {sections.includes('problem') ? (
        <Section id="aanleiding" title={t('problem')}>
          <p className="max-w-measure whitespace-pre-line">{initiative.problem}</p>
          {initiative.problemNote === null ? null : <Note>{initiative.problemNote}</Note>}
        </Section>
      ) : null}
      <Approach initiative={initiative} />
      <Results initiative={initiative} />
      <Learned initiative={initiative} />
      {sections.includes('scale') ? <Scale initiative={initiative} /> : null}
      {sections.includes('story') ? (
        <Section id="verhaal" title={t('story')}>
          <RichText markdown={initiative.story} />
        </Section>
      ) : null}
      {children}
      <MoreMedia media={initiative} />
      <Sources initiative={initiative} />
    </>
  )
}
