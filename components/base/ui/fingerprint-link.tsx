import { useTranslations } from 'next-intl'
import { TextLink } from './text'

/** To the page that says whether this signed record was changed (docs/adr/0054). */
export function FingerprintLink({ kind, id }: { kind: string; id: string }) {
  const t = useTranslations('ui')
  return (
    <span className="print:hidden">
      {' · '}
      <TextLink
        prefetch={false}
        href={{ pathname: '/unchanged/[kind]/[id]', params: { kind, id } }}
      >
        {t('fingerprint')}
      </TextLink>
    </span>
  )
}
