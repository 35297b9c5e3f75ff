import { useFormatter, useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { FieldsForm } from '@/components/base/forms/fields-form'
import { Disclosure } from '@/components/base/ui/disclosure'
import { Section } from '@/components/base/ui/layout'
import { freezePaperAction, saveDecisionAction } from '@/lib/monitor/papers/actions'
import { MAX_PAPERS } from '@/lib/monitor/papers/rules'
import type { FrozenPaper } from '@/lib/monitor/papers/types'
import { frozenFile } from './paper-file'

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const

function Files({ paper }: { paper: FrozenPaper }) {
  const t = useTranslations('papers.frozen')
  const format = useFormatter()
  const date = format.dateTime(new Date(paper.createdAt), DAY)
  const files = paper.files.map(({ kind, sizeBytes, sha256 }) => ({
    kind,
    sha256,
    name: kind.toUpperCase(),
    size: format.number(Math.ceil(sizeBytes / 1_024)),
  }))
  return (
    <>
      <p className="mt-2 flex flex-wrap gap-x-6">
        {files.map(({ kind, name, size }) => (
          <a
            key={kind}
            href={frozenFile(paper.id, kind)}
            className="inline-flex min-h-11 items-center"
            aria-label={t('fileOf', { kind: name, date, size })}
          >
            {t('file', { kind: name, size })}
          </a>
        ))}
      </p>
      <Disclosure summary={t('check')}>
        <ul className="py-2 text-sm text-muted">
          {files.map(({ kind, name, sha256 }) => (
            <li key={kind} className="wrap-anywhere">
              {t('hash', { kind: name, hash: sha256 })}
            </li>
          ))}
        </ul>
      </Disclosure>
    </>
  )
}

function Decision({ paper, mayEdit }: { paper: FrozenPaper; mayEdit: boolean }) {
  const t = useTranslations('papers.frozen')
  const format = useFormatter()
  const { decision, decidedOn } = paper
  if (decision !== null && decidedOn !== null)
    return (
      <p className="mt-2 max-w-measure">
        <strong>
          {t('decided', { date: format.dateTime(new Date(`${decidedOn}T12:00:00Z`), DAY) })}
        </strong>
        <span className="block">{decision}</span>
      </p>
    )
  return (
    <>
      <p className="mt-2 text-muted">{t('noDecision')}</p>
      {mayEdit ? (
        <FieldsForm
          action={saveDecisionAction}
          summary={t('addDecision')}
          variant="secondary"
          scope={paper.id}
          labels={{ submit: t('add'), busy: t('adding') }}
          stored={{}}
          about={{ paperId: paper.id }}
          fields={[
            { kind: 'date', name: 'decidedOn', label: t('decidedOn') },
            {
              kind: 'text',
              name: 'decision',
              label: t('decisionText'),
              hint: t('decisionHint'),
            },
          ]}
        />
      ) : null}
    </>
  )
}

function Paper({ paper, mayEdit }: { paper: FrozenPaper; mayEdit: boolean }) {
  const t = useTranslations('papers')
  const format = useFormatter()
  const { id, createdAt, organisationName, dataOn, request, isProposal, hasExamples } = paper
  return (
    <li id={`stuk-${id}`} className="scroll-mt-8 border-t border-hairline py-5">
      <h3 className="text-lg">
        {t('frozen.item', { date: format.dateTime(new Date(createdAt), DAY) })}
      </h3>
      <p className="text-sm text-muted">
        {t('frozen.by', {
          organisation: organisationName,
          date: format.dateTime(new Date(`${dataOn}T12:00:00Z`), DAY),
        })}
        {hasExamples ? `; ${t('withExamples')}` : null}
      </p>
      <p className="mt-2 font-semibold">
        {t('frozen.asked')}
        {isProposal ? ` (${t('frozen.wasProposal')})` : null}
      </p>
      <p className="max-w-measure whitespace-pre-line">{request}</p>
      <Decision paper={paper} mayEdit={mayEdit} />
      <Files paper={paper} />
    </li>
  )
}

interface FrozenSectionProps {
  papers: readonly FrozenPaper[]
  regionId: string
  year: number
  mayEdit: boolean
}

/** What lay on the table of the board, with what it decided. */
export function FrozenSection({ papers, regionId, year, mayEdit }: FrozenSectionProps) {
  const t = useTranslations('papers.frozen')
  const left = MAX_PAPERS - papers.length
  return (
    <Section id="bestuursstukken" title={t('title')} lead={t('lead')} className="print:hidden">
      {papers.length === 0 ? (
        <p>{t('none', { year })}</p>
      ) : (
        <ul className="border-b border-hairline">
          {papers.map((paper) => (
            <Paper key={paper.id} paper={paper} mayEdit={mayEdit} />
          ))}
        </ul>
      )}
      {mayEdit ? (
        <div className="mt-6 max-w-measure space-y-4">
          <p className="text-muted">{t('left', { left, most: MAX_PAPERS, year })}</p>
          {left > 0 ? (
            <ActForm
              action={freezePaperAction}
              about={{ regionId, year }}
              variant="secondary"
              label={t('freeze')}
              pending={t('freezing')}
            >
              <p className="text-muted">{t('freezeNote')}</p>
            </ActForm>
          ) : null}
        </div>
      ) : null}
    </Section>
  )
}
