import { useLocale, useTranslations } from 'next-intl'
import { ActForm } from '@/components/base/forms/act-form'
import { buttonClass } from '@/components/base/ui/button'
import { Facts, Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import { Pagination } from '@/components/base/ui/pagination'
import { Link } from '@/i18n/navigation'
import {
  discardImportAction,
  requestImportAction,
} from '@/lib/knowledge/initiative-imports/actions'
import { MAX_FAULTS } from '@/lib/knowledge/initiative-imports/rules'
import type { ImportView, RowFault } from '@/lib/knowledge/initiative-imports/types'
import { FaultTable } from './fault-table'

interface CheckedStateProps {
  found: ImportView
  faults: readonly RowFault[]
  page: number
  pageSize: number
  path: string
}

function Verdict({ found }: { found: ImportView }) {
  const t = useTranslations('initiativeImports')
  const count = found.added + found.changed
  if (found.faultyRows > 0)
    return (
      <Notice
        tone="attention"
        title={t('checkedFaulty', { count: found.faultyRows })}
        className="max-w-measure"
      >
        {t('faultsAdvice')}
      </Notice>
    )
  return count === 0 ? (
    <Notice title={t('checkedNothing')} className="max-w-measure">
      {t('checkedNothingWhy')}
    </Notice>
  ) : (
    <Notice tone="success" title={t('checkedReady', { count })} className="max-w-measure" />
  )
}

function Acts({ found }: { found: ImportView }) {
  const t = useTranslations('initiativeImports')
  const count = found.added + found.changed
  const about = { importId: found.id }
  return (
    <div className="mt-6 flex flex-wrap items-start gap-4">
      {found.faultyRows === 0 && count > 0 ? (
        <ActForm
          action={requestImportAction}
          about={about}
          label={t('import', { count })}
          pending={t('importing')}
        />
      ) : null}
      <Link
        href={{
          pathname: '/workspace/initiatives/import/[id]',
          params: { id: found.id },
          query: { kolommen: '1' },
        }}
        className={buttonClass('secondary')}
      >
        {t('changeColumns')}
      </Link>
      <ActForm
        action={discardImportAction}
        about={about}
        label={t('discard')}
        pending={t('discarding')}
        variant="quiet"
      />
    </div>
  )
}

function Faults({ found, faults, page, pageSize, path }: CheckedStateProps) {
  const t = useTranslations('initiativeImports')
  const locale = useLocale()
  const file = `/api/werkplek/initiatieven/fouten/${found.id}?taal=${locale}`
  const listed = Math.min(found.faults, MAX_FAULTS)
  const from = (page - 1) * pageSize + 1
  return (
    <Section id="fouten" title={t('faults', { count: found.faults })}>
      <p className="flex flex-wrap gap-x-6">
        <a href={file} className="inline-flex min-h-11 items-center">
          {t('faultsFile')}
        </a>
        <a href={`${file}&vorm=csv`} className="inline-flex min-h-11 items-center">
          {t('faultsList')}
        </a>
      </p>
      {found.faults > pageSize ? (
        <p className="mt-3 text-muted">
          {t('faultsShown', {
            count: faults.length,
            from,
            to: from + faults.length - 1,
            all: found.faults,
          })}
        </p>
      ) : null}
      {found.faults > MAX_FAULTS ? (
        <p className="mt-3 max-w-measure">{t('faultsCapped', { max: MAX_FAULTS })}</p>
      ) : null}
      <div className="mt-4">
        <FaultTable faults={faults} />
      </div>
      <Pagination
        page={page}
        pages={Math.ceil(listed / pageSize)}
        hrefFor={(number) => `${path}?pagina=${String(number)}#fouten`}
      />
    </Section>
  )
}

/** What a file would do, everything that is wrong with it, and the decision to import. */
export function CheckedState(props: CheckedStateProps) {
  const { found } = props
  const t = useTranslations('initiativeImports')
  const count = found.added + found.changed
  return (
    <>
      <Verdict found={found} />
      <Facts
        className="mt-6 max-w-md"
        items={[
          { label: t('countRows'), value: found.rows },
          { label: t('countAdded'), value: found.added },
          { label: t('countChanged'), value: found.changed },
          { label: t('countUnchanged'), value: found.unchanged },
          { label: t('countFaulty'), value: found.faultyRows },
        ]}
      />
      <Acts found={found} />
      {found.faultyRows > 0 ? (
        <div className="mt-10">
          <Faults {...props} />
          {count > 0 ? (
            <Section id="zonder" title={t('withoutTitle')} lead={t('withoutWhy')}>
              <ActForm
                action={requestImportAction}
                about={{ importId: found.id, without: 'on' }}
                label={t('importWithout', { count, faulty: found.faultyRows })}
                pending={t('importing')}
                variant="secondary"
              />
            </Section>
          ) : null}
        </div>
      ) : null}
    </>
  )
}
