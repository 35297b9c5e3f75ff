import { useTranslations } from 'next-intl'
import { ExampleMark } from '@/components/base/ui/notice'
import { ChainDrawing } from './chain-drawing'
import type { GoalContent } from './goal-content'

const COLUMNS = ['money', 'indicator', 'people', 'verdict'] as const

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((text) => (
    <p key={text} className="mb-1 last:mb-0">
      {text}
    </p>
  ))
}

function GoalRow({ goal }: { goal: GoalContent }) {
  const t = useTranslations('papers.columns')
  const { title, isExample, notes, chain } = goal
  const cells = {
    money: goal.money,
    indicator: goal.indicators,
    people: goal.people,
    verdict: goal.verdicts,
  }
  return (
    <tbody className="paper-goal">
      <tr className="paper-goal-head">
        <th scope="rowgroup" colSpan={COLUMNS.length} className="pt-5 pb-2 text-left align-top">
          <span className="font-serif text-lg font-semibold">{title}</span>{' '}
          {notes.map((note, at) =>
            isExample && at === 0 ? (
              <ExampleMark key={note}>{note}</ExampleMark>
            ) : (
              <span key={note} className="block font-normal text-muted">
                {note}
              </span>
            ),
          )}
        </th>
      </tr>
      <tr>
        <td colSpan={COLUMNS.length} className="pb-2">
          <ChainDrawing goal={title} rows={chain} />
        </td>
      </tr>
      <tr className="paper-labels">
        {COLUMNS.map((column) => (
          <th
            key={column}
            scope="col"
            className="pt-2 pr-4 text-left align-bottom text-sm font-normal text-muted"
          >
            {t(column)}
          </th>
        ))}
      </tr>
      <tr className="paper-answers border-b-2 border-ink">
        {COLUMNS.map((column) => (
          <td key={column} className="min-w-0 pb-3 pr-4 align-top">
            <span className="block text-sm text-muted sm:hidden print:hidden">{t(column)}</span>
            <Lines lines={cells[column]} />
          </td>
        ))}
      </tr>
    </tbody>
  )
}

/** A table with a group of rows for each goal: its chain, and under it the four answers. */
export function GoalRows({ caption, rows }: { caption: string; rows: readonly GoalContent[] }) {
  return (
    <table className="paper-goals w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      {rows.map((goal) => (
        <GoalRow key={goal.id} goal={goal} />
      ))}
    </table>
  )
}
