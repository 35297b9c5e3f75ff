'use client'
import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import type { AutosaveState, Saved } from './autosave-state'
import { SavedState } from './form-state'

interface AutosaveBarProps {
  savedAt: string | null
  state: Pick<AutosaveState<Saved>, 'problem' | 'saving'>
  /** What someone has to do before a form with a mistake can save itself. */
  waits: string
}

/** Stays in view: whether all that stands in the form is saved in the record. */
export function AutosaveBar({ savedAt, state: { problem, saving }, waits }: AutosaveBarProps) {
  const t = useTranslations('forms')
  const text = () => {
    if (problem === null) return ''
    if (problem === 'waits') return waits
    return problem === 'failed' ? t('autosaveFailed') : t(`draft.${problem}`)
  }
  return (
    <div data-draft-bar="" className="sticky bottom-0 z-10 border-t border-hairline bg-paper py-2">
      {saving && problem === null ? (
        <p className="text-sm text-muted">{t('saving')}</p>
      ) : problem === null ? (
        <SavedState savedAt={savedAt} />
      ) : null}
      <p role="status" className="text-sm text-clay empty:hidden">
        {text()}
      </p>
      {problem === 'signedOut' ? (
        <Link href="/sign-in" target="_blank" className="inline-flex min-h-11 items-center">
          {t('draft.signIn')}
        </Link>
      ) : null}
    </div>
  )
}
