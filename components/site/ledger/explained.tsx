import { useTranslations } from 'next-intl'
import { Section } from '@/components/base/ui/layout'
import { ENTRY_KEYS } from '@/lib/site/ledger/rules'

const ENTRIES = '/api/v1/onveranderd/regels'
const STEPS = ['entries', 'record', 'entry', 'previous', 'keep'] as const
const NOTES = ['kindNames', 'textLess', 'operator'] as const
const LIMITS = ['true', 'who', 'between', 'whole'] as const

/** How anyone can check, and what a check does not prove. */
export function LedgerExplained() {
  const t = useTranslations('ledger')
  return (
    <>
      <Section id="narekenen" title={t('how.title')} lead={t('how.lead')}>
        <ol className="max-w-measure list-decimal space-y-2 pl-5">
          {STEPS.map((step) => (
            <li key={step}>
              {step === 'entries'
                ? t.rich('how.entries', {
                    link: (text) => <a href={ENTRIES}>{text}</a>,
                  })
                : step === 'entry'
                  ? t('how.entry', { keys: ENTRY_KEYS.join(', ') })
                  : t(`how.${step}`)}
            </li>
          ))}
        </ol>
        {NOTES.map((note) => (
          <p key={note} className="mt-4 max-w-measure text-sm text-muted">
            {t(`how.${note}`)}
          </p>
        ))}
      </Section>
      <Section id="grenzen" title={t('limits.title')}>
        <ul className="max-w-measure list-disc space-y-2 pl-5">
          {LIMITS.map((limit) => (
            <li key={limit}>{t(`limits.${limit}`)}</li>
          ))}
        </ul>
      </Section>
    </>
  )
}
