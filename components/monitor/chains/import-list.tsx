import { useFormatter, useTranslations } from 'next-intl'
import type { ImportDone } from '@/lib/monitor/chains/types'
import { ImportUndo } from './import-undo'

interface ImportListProps {
  regionId: string
  imports: readonly ImportDone[]
}

const MOMENT = { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const

/** The imports of the last month, each with what it added and a button that takes it back. */
export function ImportList({ regionId, imports }: ImportListProps) {
  const t = useTranslations('chains.importUndo')
  const format = useFormatter()
  const at = (moment: string) => format.dateTime(new Date(moment), MOMENT)
  if (imports.length === 0) return null
  return (
    <div className="mt-8 max-w-measure">
      <h4>{t('title')}</h4>
      <p className="mt-1 text-muted">{t('note')}</p>
      <ul className="mt-4 space-y-6">
        {imports.map((one) => (
          <li key={one.id}>
            <p>
              {t('made', { at: at(one.createdAt), by: one.by ?? t('nobody') })}{' '}
              {t('added', {
                goals: one.goals,
                measures: one.measures,
                fundings: one.fundings,
                indicators: one.indicators,
              })}
            </p>
            {one.undoneAt === null ? (
              <ImportUndo
                regionId={regionId}
                importId={one.id}
                labels={{
                  undo: t('undo'),
                  name: t('undoName', { at: at(one.createdAt) }),
                  pending: t('undoing'),
                  held: t('held'),
                }}
              />
            ) : (
              <p className="mt-1 text-muted">{t('undone', { at: at(one.undoneAt) })}</p>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
