import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm, type FieldSpec } from '@/components/base/forms/fields-form'
import type { Option } from '@/components/base/forms/inputs'
import {
  balanceRows,
  goalFields,
  measureFields,
  tradeOffFields,
} from '@/components/monitor/policies/policy-specs'
import { ExampleMark } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import {
  moveGoalAction,
  removePartAction,
  saveChainGoalAction,
  saveChainMeasureAction,
} from '@/lib/monitor/chains/actions'
import { MOVES, type ChainGoal, type ChainMeasure, type Move } from '@/lib/monitor/chains/types'
import { goalValues, measureValues, tradeOffValues } from '@/lib/monitor/policies/values.schema'
import { DecisionWord } from './decision-word'
import { GoalOrder } from './goal-order'

export interface EditorProps {
  regionId: string
  slug: string
  year: number
  goals: readonly ChainGoal[]
  instruments: readonly Option[]
  changing: string | undefined
}

const INDENT = ['', 'ml-5', 'ml-10', 'ml-14', 'ml-16'] as const

export function parentOptions(goals: readonly ChainGoal[], top: string, self?: string): Option[] {
  const under = new Set([self])
  for (const goal of goals)
    if (goal.parentId !== null && under.has(goal.parentId)) under.add(goal.id)
  return [
    { value: '', label: top },
    ...goals
      .filter((goal) => !under.has(goal.id))
      .map(({ id, title }) => ({ value: id, label: title })),
  ]
}

type PageOf = Pick<EditorProps, 'slug' | 'year'>

const openForm = ({ slug, year }: PageOf, id: string, hash: string) =>
  ({
    pathname: '/workspace/regions/[slug]',
    params: { slug },
    query: { jaar: year, wijzig: id },
    hash,
  }) as const

function MeasureFacts({ measure, slug, year }: { measure: ChainMeasure } & PageOf) {
  const t = useTranslations('chains')
  const current = measure.now?.current?.decision ?? null
  return (
    <p className="flex flex-wrap items-center gap-x-5 text-sm">
      <TextLink
        href={openForm({ slug, year }, measure.id, `maatregel-${measure.id}`)}
        aria-label={t('editor.changeOf', { title: measure.title })}
        className="inline-flex min-h-11 items-center"
      >
        {t('editor.change')}
      </TextLink>
      <TextLink
        href={{
          pathname: '/workspace/measures/[id]/[year]',
          params: { id: measure.id, year: String(year) },
        }}
        aria-label={`${t('tree.verdict', { year })}: ${measure.title}`}
        className="inline-flex min-h-11 items-center"
      >
        {t('tree.verdict', { year })}
      </TextLink>
      {current === null ? (
        <span className="text-clay">{t('tree.noVerdict', { year })}</span>
      ) : (
        <DecisionWord decision={current} />
      )}
    </p>
  )
}

/** Funding of an initiative is edited there. */
function FundingLinks({ measure, slug, year }: { measure: ChainMeasure } & PageOf) {
  const t = useTranslations('chains')
  return measure.fundings.length === 0 ? (
    <p className="text-sm text-clay">{t('tree.noMoney')}</p>
  ) : (
    <ul className="text-sm">
      {measure.fundings
        .filter((funding) => funding.initiativeId === null)
        .map((funding) => (
          <li key={funding.id}>
            <TextLink
              href={openForm({ slug, year }, funding.id, 'geld')}
              className="inline-flex min-h-11 items-center"
            >
              {t('editor.changeOf', { title: funding.provider })}
            </TextLink>
          </li>
        ))}
    </ul>
  )
}

function IndicatorLinks({
  indicators,
  slug,
  year,
}: { indicators: ChainGoal['indicators'] } & PageOf) {
  const t = useTranslations('chains')
  if (indicators.length === 0) return null
  return (
    <ul className="text-sm">
      {indicators.map(({ id, label }) => (
        <li key={id}>
          <TextLink
            href={openForm({ slug, year }, id, 'indicator')}
            className="inline-flex min-h-11 items-center"
          >
            {t('editor.changeOf', { title: label })}
          </TextLink>
        </li>
      ))}
    </ul>
  )
}

function RemovePart({
  regionId,
  kind,
  part,
}: {
  regionId: string
  kind: 'goal' | 'measure'
  part: Pick<ChainGoal, 'id' | 'version' | 'title'>
}) {
  const t = useTranslations('chains')
  return (
    <div className="mt-6">
      <ActForm
        action={removePartAction}
        about={{ regionId, kind, id: part.id, version: part.version }}
        variant="danger"
        label={t('editor.removeOf', { title: part.title })}
        pending={t('editor.removing')}
      >
        <p className="text-sm text-muted">{t('editor.removeNote')}</p>
      </ActForm>
    </div>
  )
}

async function MeasureRow({ measure, ...editor }: { measure: ChainMeasure } & EditorProps) {
  const edit = await getTranslations('policies.edit')
  const { regionId, slug, year } = editor
  return (
    <li id={`maatregel-${measure.id}`} className="scroll-mt-8 border-l-2 border-edge pl-4">
      <p className="font-semibold">{measure.title}</p>
      <MeasureFacts measure={measure} slug={slug} year={year} />
      <FundingLinks measure={measure} slug={slug} year={year} />
      <IndicatorLinks indicators={measure.indicators} slug={slug} year={year} />
      {editor.changing === measure.id ? (
        <div className="mt-4 border-t border-hairline pt-4">
          <FieldsForm
            action={saveChainMeasureAction}
            fields={[
              ...measureFields(edit, editor.goals, editor.instruments),
              ...tradeOffFields(edit),
            ]}
            stored={{ ...measureValues(measure), ...tradeOffValues(measure.tradeOffs) }}
            about={{ regionId, measureId: measure.id, version: measure.version, ...balanceRows() }}
            labels={{ submit: edit('save'), busy: edit('busy') }}
          />
          <RemovePart regionId={regionId} kind="measure" part={measure} />
        </div>
      ) : null}
    </li>
  )
}

function movesOf(goal: ChainGoal, goals: readonly ChainGoal[]): Move[] {
  const ids = new Set(goals.map(({ id }) => id))
  const levelOf = ({ parentId }: ChainGoal) =>
    parentId !== null && ids.has(parentId) ? parentId : null
  const siblings = goals.filter((other) => levelOf(other) === levelOf(goal))
  const leads: Record<Move, boolean> = {
    up: siblings[0] !== goal,
    down: siblings.at(-1) !== goal,
    in: siblings[0] !== goal,
    out: levelOf(goal) !== null,
  }
  return MOVES.filter((move) => leads[move])
}

function GoalMoves({ goal, ...editor }: { goal: ChainGoal } & EditorProps) {
  const t = useTranslations('chains')
  const { regionId, slug, year } = editor
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <TextLink
        href={{
          pathname: '/workspace/regions/[slug]',
          params: { slug },
          query: { jaar: year, wijzig: goal.id },
          hash: `doel-${goal.id}`,
        }}
        aria-label={t('editor.changeOf', { title: goal.title })}
        className="mr-3 inline-flex min-h-11 items-center"
      >
        {t('editor.change')}
      </TextLink>
      {movesOf(goal, editor.goals).map((move) => (
        <ActForm
          key={move}
          action={moveGoalAction}
          about={{ regionId, goalId: goal.id, version: goal.version, year, move }}
          variant="quiet"
          label={t(`editor.${move}`)}
          name={t('editor.moveOf', { move: t(`editor.${move}`), title: goal.title })}
          pending={t('editor.moving')}
        />
      ))}
    </div>
  )
}

async function GoalRow({ goal, ...editor }: { goal: ChainGoal } & EditorProps) {
  const t = await getTranslations('chains')
  const edit = await getTranslations('policies.edit')
  const { regionId } = editor
  const fields: FieldSpec[] = [
    {
      kind: 'select',
      name: 'parentId',
      label: t('editor.parent'),
      options: parentOptions(editor.goals, t('editor.topLevel'), goal.id),
    },
    ...goalFields(edit, []),
  ]
  return (
    <li
      id={`doel-${goal.id}`}
      data-goal={goal.id}
      draggable
      className={`scroll-mt-8 border-t border-hairline py-5 ${INDENT[Math.min(goal.depth, 4)] ?? ''}`}
    >
      <p className="font-serif text-lg leading-snug font-semibold">
        {goal.title} {goal.isExample ? <ExampleMark>{t('example')}</ExampleMark> : null}
      </p>
      <GoalMoves goal={goal} {...editor} />
      {editor.changing === goal.id ? (
        <div className="mt-4">
          <FieldsForm
            action={saveChainGoalAction}
            fields={fields}
            stored={{ ...goalValues(goal), parentId: goal.parentId ?? '' }}
            about={{ regionId, goalRegionId: regionId, goalId: goal.id, version: goal.version }}
            labels={{ submit: edit('save'), busy: edit('busy') }}
          />
          <RemovePart regionId={regionId} kind="goal" part={goal} />
        </div>
      ) : null}
      <IndicatorLinks indicators={goal.indicators} slug={editor.slug} year={editor.year} />
      {goal.measures.length > 0 ? (
        <ul className="mt-3 space-y-4">
          {goal.measures.map((measure) => (
            <MeasureRow key={measure.id} measure={measure} {...editor} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}

export function GoalEditor(editor: EditorProps) {
  return (
    <GoalOrder
      regionId={editor.regionId}
      versions={Object.fromEntries(editor.goals.map((goal) => [goal.id, goal.version]))}
    >
      <ul className="border-b border-hairline">
        {editor.goals.map((goal) => (
          <GoalRow key={goal.id} goal={goal} {...editor} />
        ))}
      </ul>
    </GoalOrder>
  )
}
