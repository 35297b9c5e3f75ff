'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/components/base/ui/button'
import { Notice } from '@/components/base/ui/notice'
import { Link } from '@/i18n/navigation'
import type { DraftProgress } from './draft-saver'
import type { FormDraftState } from './use-form-draft'

const TIME = { hour: 'numeric', minute: '2-digit' } as const
const MOMENT = { day: 'numeric', month: 'long', ...TIME } as const

/** Says above the form that earlier text was put back, or asks which text counts. */
export function FoundText({
  found,
  onRestore,
  onDiscard,
}: {
  found: FormDraftState['found']
  onRestore: () => void
  onDiscard: () => void
}) {
  const t = useTranslations('forms.draft')
  const format = useFormatter()
  if (!found) return null
  const time = format.dateTime(new Date(found.savedAt), MOMENT)
  return (
    <Notice tone="attention" live>
      <p>{t(found.shown ? 'restored' : 'found', { time })}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        {found.shown ? null : <Button onClick={onRestore}>{t('restore')}</Button>}
        <Button variant="secondary" onClick={onDiscard}>
          {t(found.shown ? 'discard' : 'keepThis')}
        </Button>
      </div>
    </Notice>
  )
}

function useProgressText(progress: DraftProgress): string {
  const t = useTranslations('forms.draft')
  const format = useFormatter()
  if (progress.kind === 'none') return ''
  if (progress.kind === 'saved')
    return t('saved', { time: format.dateTime(new Date(progress.at), TIME) })
  if (progress.kind === 'problem')
    return t(progress.inBrowser ? progress.why : `${progress.why}Here`)
  return t(progress.kind)
}

/** Stays in view while someone types. Only an outcome is read aloud, not each pause. */
export function DraftBar({ progress }: { progress: DraftProgress }) {
  const t = useTranslations('forms.draft')
  const text = useProgressText(progress)
  const isOutcome = progress.kind === 'saved' || progress.kind === 'problem'
  const isProblem = progress.kind === 'problem'
  return (
    <div
      data-draft-bar={text === '' ? undefined : ''}
      className={
        text === ''
          ? 'sr-only'
          : 'sticky bottom-0 z-10 mt-6 border-t border-hairline bg-paper py-2 text-sm'
      }
    >
      {isOutcome ? null : <p className="text-muted">{text}</p>}
      <p role="status" className={isProblem ? 'text-clay' : 'text-muted'}>
        {isOutcome ? text : ''}
      </p>
      {isProblem && progress.why === 'signedOut' ? (
        <Link href="/sign-in" target="_blank" className="inline-flex min-h-11 items-center">
          {t('signIn')}
        </Link>
      ) : null}
    </div>
  )
}
