import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/base/ui/button'
import { getPathname } from '@/i18n/navigation'
import { SUGGESTION_PARAMETERS } from '@/lib/knowledge/search/parameters.rules'
import { MAX_SUGGESTIONS } from '@/lib/knowledge/search/rules'
import { SUGGESTION_KINDS } from '@/lib/knowledge/search/types'
import { SuggestInput } from './suggest-input'

export function SearchField({ id, q, large = false }: { id: string; q: string; large?: boolean }) {
  const t = useTranslations('search')
  const locale = useLocale()
  return (
    <div>
      <label htmlFor={id} className={`mb-1 block font-semibold ${large ? 'text-lg' : ''}`}>
        {t('searchLabel')}
      </label>
      <div className="flex gap-2">
        <SuggestInput
          id={id}
          q={q}
          describedBy={`${id}-hint`}
          list={getPathname({ href: '/initiatives', locale })}
          english={locale === 'en'}
          className={`w-full min-w-0 rounded-md border border-edge bg-raised px-3 text-ink ${large ? 'min-h-14 text-lg' : 'min-h-11'}`}
          labels={{
            title: t('suggest.title'),
            kinds: Object.fromEntries(
              SUGGESTION_KINDS.map((kind) => [SUGGESTION_PARAMETERS[kind], t(`suggest.${kind}`)]),
            ),
            announce: Object.fromEntries(
              Array.from({ length: MAX_SUGGESTIONS + 1 }, (_, count) => [
                count,
                t('suggest.announce', { count }),
              ]),
            ),
          }}
        />
        <Button type="submit" className={large ? 'min-h-14 px-6 text-lg' : ''}>
          {t('submit')}
        </Button>
      </div>
      <p id={`${id}-hint`} className="mt-1 text-sm text-muted">
        {t('searchHint')}
      </p>
    </div>
  )
}

export function SearchBox({ id }: { id: string }) {
  const locale = useLocale()
  return (
    <search>
      <form action={getPathname({ href: '/initiatives', locale })}>
        <SearchField id={id} q="" large />
      </form>
    </search>
  )
}
