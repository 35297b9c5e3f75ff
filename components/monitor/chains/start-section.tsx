import { useTranslations } from 'next-intl'
import { ImportForm } from '@/components/monitor/chains/import-form'
import { ImportList } from '@/components/monitor/chains/import-list'
import { ActForm } from '@/components/base/forms/act-form'
import { Section } from '@/components/base/ui/layout'
import type { Locale } from '@/i18n/routing'
import { addNationalGoalsAction, copyYearAction } from '@/lib/monitor/chains/actions'
import type { ImportDone } from '@/lib/monitor/chains/types'
import { IMPORT_COLUMNS, importHeader } from '@/lib/monitor/chains/import-columns.rules'

interface StartSectionProps {
  copies: number
  imports: readonly ImportDone[]
  regionId: string
  year: number
  slug: string
  locale: Locale
}

function ChainImport({
  regionId,
  slug,
  locale,
  imports,
}: Pick<StartSectionProps, 'regionId' | 'slug' | 'locale' | 'imports'>) {
  const t = useTranslations('chains.editor')
  const columns = Object.fromEntries(
    IMPORT_COLUMNS.map((column) => [column, importHeader(column, locale)]),
  )
  const texts = {
    faults: t('importFaults'),
    ready: t('importReady'),
    done: t('importDone'),
    confirm: t('importConfirm'),
    fault: t('importFault'),
    faultCell: t('importFaultCell'),
    unknown: t('importUnknown'),
    examples: t('importExamples'),
    sheetRead: t('importSheetRead'),
    sheetOthers: t('importSheetOthers'),
  }
  return (
    <div>
      <h3>{t('import')}</h3>
      <p className="mt-1 mb-4 max-w-measure text-muted">
        {t('importNote')}{' '}
        <a href={`/api/monitor/${slug}/voorbeeldbestand.xlsx?taal=${locale}`} download>
          {t('importTemplate')}
        </a>
      </p>
      <ImportForm
        regionId={regionId}
        columns={columns}
        texts={texts}
        labels={{
          file: t('importFile'),
          look: t('importTry'),
          reading: t('reading'),
          adding: t('adding'),
          sheet: t('importSheetChoose'),
        }}
      />
      <ImportList regionId={regionId} imports={imports} />
    </div>
  )
}

export function StartSection({ copies, imports, regionId, year, slug, locale }: StartSectionProps) {
  const t = useTranslations('chains.editor')
  return (
    <Section id="beginnen" title={t('start')}>
      <div className="space-y-8">
        {copies > 0 ? (
          <ActForm
            action={copyYearAction}
            about={{ regionId, year }}
            variant="secondary"
            label={t('copy', { count: copies, before: year - 1, year })}
            pending={t('copying')}
          >
            <p className="max-w-measure text-muted">{t('copyNote')}</p>
          </ActForm>
        ) : (
          <p className="max-w-measure text-muted">{t('copyNone', { before: year - 1 })}</p>
        )}
        <ActForm
          action={addNationalGoalsAction}
          about={{ regionId, year }}
          variant="secondary"
          label={t('template')}
          pending={t('adding')}
        >
          <p className="max-w-measure text-muted">{t('templateNote')}</p>
        </ActForm>
        <ChainImport regionId={regionId} slug={slug} locale={locale} imports={imports} />
      </div>
    </Section>
  )
}
