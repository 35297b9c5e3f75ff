import { useTranslations } from 'next-intl'
import { ExampleMark } from '@/components/base/ui/notice'
import { ChainDrawing } from './chain-drawing'
import type { GoalContent } from './goal-content'

const COLUMNS = ['money', 'indicator', 'people', 'verdict'] as const

/** The four answers about a goal, side by side; below each other on a small screen. */
function Answers({ goal }: { goal: GoalContent }) {
  const t = useTranslations('papers.columns')
  const cells = {
    money: goal.money,
    indicator: goal.indicators,
    people: goal.people,
    verdict: goal.verdicts,
  }
  return (
    <table aria-label={goal.title} className="paper-answers mt-2 w-full">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th
              key={column}
              scope="col"
              className={`paper-${column} pt-1 pr-4 text-left text-sm font-normal text-muted`}
            >
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {COLUMNS.map((column) => (
            <td key={column} className="pr-4 pb-3 align-top">
              <span className="block text-sm text-muted sm:hidden print:hidden">{t(column)}</span>
              {cells[column].map((text, at) => (
                <p key={`${text} ${String(at)}`} className="mb-1">
                  {text}
                </p>
              ))}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

/** Each goal with its chain, and under it the four answers. */
export function GoalRows({ rows }: { rows: readonly GoalContent[] }) {
  return rows.map((goal) => {
    const { id, title, isExample, notes, chain } = goal
    return (
      <section key={id} aria-label={title} className="mt-3 border-b-2 border-ink pt-2">
        <h3 className="text-lg">
          {title} {isExample ? <ExampleMark>{notes[0]}</ExampleMark> : null}
        </h3>
        {notes.length > (isExample ? 1 : 0) ? (
          <p className="break-after-avoid text-muted">
            {notes.slice(isExample ? 1 : 0).join('. ')}
          </p>
        ) : null}
        <div className="mt-2">
          <ChainDrawing goal={title} rows={chain} />
        </div>
        <Answers goal={goal} />
      </section>
    )
  })
}
