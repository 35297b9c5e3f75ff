import { randomUUID } from 'node:crypto'
import { NextIntlClientProvider, useMessages, useTranslations } from 'next-intl'
import { EvidenceWord } from '@/components/knowledge/evidence/evidence-word'
import { KeepLooking } from '@/components/base/ui/keep-looking'
import { Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { ScrollRegion } from '@/components/base/ui/scroll-region'
import { StatusWord, TextLink } from '@/components/base/ui/text'
import { DecisionWord } from '@/components/monitor/chains/decision-word'
import { worksheetStatus } from '@/lib/monitor/worksheets/rules'
import type {
  RowKind,
  UndoableBatch,
  WorksheetRow,
  WorksheetVerdict,
} from '@/lib/monitor/worksheets/types'
import { UndoButton } from './undo-button'
import { Worksheet } from './worksheet'
import { WorksheetRowForm } from './worksheet-row'

/** So that two people see what the other one changed. */
const LOOK_EVERY_MS = 20_000

interface WorksheetSectionProps {
  rows: readonly WorksheetRow[]
  regionId: string
  year: number
  undoable: UndoableBatch | null
}

function Status({ rows }: Pick<WorksheetSectionProps, 'rows'>) {
  const t = useTranslations('worksheet.status')
  const status = worksheetStatus(rows)
  return (
    <ul className="mb-4 flex flex-wrap gap-x-8 gap-y-1">
      {(['expectations', 'values', 'people', 'verdicts'] as const).map((part) => {
        const [done, of] = status[part]
        if (of === 0) return null
        return (
          <li key={part}>
            <StatusWord tone={done === of ? 'good' : 'attention'} isSentence>
              {t(part, { done, of })}
            </StatusWord>
          </li>
        )
      })}
    </ul>
  )
}

function Verdict({
  id,
  title,
  year,
  verdict: { decision, hasDraft, isExpected },
}: {
  id: string
  title: string
  year: number
  verdict: WorksheetVerdict
}) {
  const t = useTranslations('worksheet.verdict')
  const act = t(decision === null ? 'write' : 'open')
  const state = hasDraft ? 'draft' : isExpected ? 'missing' : 'expectationMissing'
  return (
    <span className="block">
      {decision === null ? (
        <StatusWord tone="attention">{t(state)}</StatusWord>
      ) : (
        <DecisionWord decision={decision} />
      )}
      <TextLink
        className="inline-flex min-h-11 items-center"
        href={{ pathname: '/workspace/measures/[id]/[year]', params: { id, year: String(year) } }}
        aria-label={t('of', { act, title })}
      >
        {act}
      </TextLink>
    </span>
  )
}

function InitiativeRow({ row }: { row: WorksheetRow }) {
  const t = useTranslations('worksheet')
  if (row.initiative === null) return null
  const { slug, evidence } = row.initiative
  return (
    <div role="row" className="border-t border-hairline py-2 text-sm">
      <div role="rowheader" className="lg:pl-8">
        <span className="text-xs font-semibold text-muted">{t('kind.initiative')}</span>
        <TextLink
          className="block"
          href={{ pathname: '/initiatives/[slug]/monitor', params: { slug } }}
        >
          {row.title}
        </TextLink>
      </div>
      <div role="cell" className="lg:pl-8">
        <EvidenceWord evidence={{ ...evidence, size: null }} />
      </div>
    </div>
  )
}

const isEditable = (row: WorksheetRow): row is WorksheetRow & { kind: RowKind } =>
  row.kind !== 'initiative'

/** The chain of a region as a table that is filled in where it stands. */
export function WorksheetSection({ rows, regionId, year, undoable }: WorksheetSectionProps) {
  const t = useTranslations('worksheet')
  const { ui, forms, errors, worksheet } = useMessages()
  return (
    <Section id="werkblad" title={t('title', { year })} lead={t('lead')}>
      {rows.length === 0 ? (
        <EmptyState title={t('none', { year })}>{t('noneWhy')}</EmptyState>
      ) : (
        <NextIntlClientProvider messages={{ ui, forms, errors, worksheet }}>
          <Status rows={rows} />
          <UndoButton undoable={undoable} regionId={regionId} />
          <KeepLooking everyMs={LOOK_EVERY_MS} />
          <ScrollRegion label={t('title', { year })}>
            <Worksheet label={t('title', { year })}>
              {rows.map((row, index) =>
                isEditable(row) ? (
                  <WorksheetRowForm
                    key={row.id}
                    row={row}
                    regionId={regionId}
                    year={year}
                    batchId={randomUUID()}
                    end={
                      row.verdict === null ? null : (
                        <Verdict id={row.id} title={row.title} year={year} verdict={row.verdict} />
                      )
                    }
                  />
                ) : (
                  <InitiativeRow key={`${row.kind} ${index}`} row={row} />
                ),
              )}
            </Worksheet>
          </ScrollRegion>
        </NextIntlClientProvider>
      )}
    </Section>
  )
}
