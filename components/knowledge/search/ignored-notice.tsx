import { useTranslations } from 'next-intl'
import { Notice } from '@/components/base/ui/notice'
import { FACET_PARAMETERS, fromParameter } from '@/lib/knowledge/search/parameters.rules'
import { FACETS, type IgnoredParameter } from '@/lib/knowledge/search/types'

export function IgnoredNotice({ ignored }: { ignored: readonly IgnoredParameter[] }) {
  const t = useTranslations('search')
  if (ignored.length === 0) return null
  return (
    <Notice tone="attention" title={t('ignoredTitle', { count: ignored.length })} className="mb-6">
      <ul>
        {ignored.slice(0, 10).map(({ key, value }, index) => {
          const facet = fromParameter(FACETS, FACET_PARAMETERS, key)
          if (facet !== undefined)
            return (
              <li key={index}>
                {t('ignored', { facet: t(`facet.${facet}`).toLowerCase(), value })}
              </li>
            )
          return (
            <li key={index}>
              {key === 'pagina' ? t('ignoredPage', { value }) : t('ignoredOther', { key, value })}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
