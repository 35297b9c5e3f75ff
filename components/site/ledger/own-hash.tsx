import { useTranslations } from 'next-intl'
import { Button } from '@/components/base/ui/button'
import { Section } from '@/components/base/ui/layout'
import { Notice } from '@/components/base/ui/notice'
import type { LedgerEntry } from '@/lib/site/ledger/types'

export interface Asked {
  typed: string
  isHash: boolean
  found: LedgerEntry | null
}

/** A reader looks whether a hash that they kept is still in the chain. */
export function OwnHash({ asked, address }: { asked: Asked | null; address: string }) {
  const t = useTranslations('ledger.own')
  return (
    <Section id="bewaard" title={t('title')} lead={t('lead')} className="print:hidden">
      <form action={`${address}#bewaard`} className="max-w-measure">
        <label htmlFor="vingerafdruk" className="block text-sm font-semibold">
          {t('label')}
        </label>
        <p id="vingerafdruk-help" className="text-sm text-muted">
          {t('help')}
        </p>
        <input
          id="vingerafdruk"
          name="vingerafdruk"
          defaultValue={asked?.typed ?? ''}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          aria-describedby="vingerafdruk-help"
          className="mt-1 block min-h-11 w-full rounded-md border border-edge bg-paper px-3"
        />
        <Button type="submit" variant="secondary" className="mt-4">
          {t('submit')}
        </Button>
      </form>
      {asked === null ? null : <Answer asked={asked} />}
    </Section>
  )
}

function Answer({ asked }: { asked: Asked }) {
  const t = useTranslations('ledger.own')
  const kinds = useTranslations('ledger.the')
  const { isHash, found } = asked
  if (!isHash)
    return (
      <Notice tone="attention" title={t('wrong')} className="mt-6">
        {t('wrongWhy')}
      </Notice>
    )
  if (found === null)
    return (
      <Notice tone="error" title={t('missing')} className="mt-6">
        {t('missingWhy')}
      </Notice>
    )
  return (
    <Notice tone="success" title={t('found')} className="mt-6">
      {t('foundWhy', { seq: found.seq, kind: kinds(found.kind), date: found.sealedAt })}
    </Notice>
  )
}
