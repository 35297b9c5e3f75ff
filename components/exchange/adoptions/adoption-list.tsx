import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/base/ui/text'
import type { AdoptionRow } from '@/lib/exchange/adoptions/types'
import { AdoptionStatusWord } from './adoption-status'

export function AdoptionList({
  rows,
  side,
}: {
  rows: readonly AdoptionRow[]
  side: 'own' | 'asked'
}) {
  const t = useTranslations('adoptions.list')
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="border-t border-hairline py-4">
          <TextLink href={{ pathname: '/workspace/adoptions/[id]', params: { id: row.id } }}>
            {side === 'own'
              ? row.title
              : t('by', { title: row.title, organisation: row.organisation })}
          </TextLink>
          <p className="mt-1">
            <AdoptionStatusWord status={row.status} />{' '}
            {side === 'own' ? (
              <span className="text-muted">
                {t('from', { organisation: row.ownerOrganisation })}
              </span>
            ) : null}
          </p>
          {row.waitsForAnswer ? (
            <p className="mt-1 font-semibold">{t(side === 'own' ? 'pending' : 'answer')}</p>
          ) : null}
          {side === 'own' && row.dueMonth !== null ? (
            <p className="mt-1 font-semibold">{t('due', { months: row.dueMonth })}</p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
