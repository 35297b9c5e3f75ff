import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '@/components/base/ui/button'
import { Section } from '@/components/base/ui/layout'
import { EmptyState } from '@/components/base/ui/notice'
import { TextLink } from '@/components/base/ui/text'
import { getPathname } from '@/i18n/navigation'
import type { Locale } from '@/i18n/routing'
import { choiceValue, MAX_COMPARED, withChosen } from '@/lib/exchange/comparison/rules'

export interface Addable {
  slug: string
  title: string
  summary: string
}

interface AddToComparisonProps {
  slugs: readonly string[]
  query: string
  results: readonly Addable[]
  total: number
  /** More fit than the results. */
  more: boolean
  locale: Locale
}

function AddSearch({
  slugs,
  query,
  locale,
}: {
  slugs: readonly string[]
  query: string
  locale: Locale
}) {
  const t = useTranslations('comparison.add')
  return (
    <form
      action={`${getPathname({ href: '/compare', locale })}#erbij`}
      method="get"
      role="search"
      className="max-w-measure"
    >
      {slugs.length === 0 ? null : <input type="hidden" name="i" value={choiceValue(slugs)} />}
      <label htmlFor="vergelijk-zoek" className="block font-semibold">
        {t('label')}
      </label>
      <p id="vergelijk-zoek-hulp" className="text-sm text-muted">
        {t('hint')}
      </p>
      <div className="mt-2 flex flex-wrap gap-3">
        <input
          id="vergelijk-zoek"
          name="q"
          type="search"
          defaultValue={query}
          aria-describedby="vergelijk-zoek-hulp"
          maxLength={200}
          className="min-h-11 min-w-0 grow rounded-md border border-edge bg-raised px-3"
        />
        <Button type="submit" variant="secondary">
          {t('search')}
        </Button>
      </div>
    </form>
  )
}

function AddableItem({ slugs, slug, title, summary }: { slugs: readonly string[] } & Addable) {
  const t = useTranslations('comparison.add')
  return (
    <li className="grid items-center gap-x-6 gap-y-2 py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <TextLink
          href={{ pathname: '/initiatives/[slug]', params: { slug } }}
          prefetch={false}
          className="font-semibold"
        >
          {title}
        </TextLink>
        <p className="line-clamp-2 text-sm text-muted">{summary}</p>
      </div>
      <ButtonLink
        variant="secondary"
        prefetch={false}
        href={{ pathname: '/compare', query: { i: choiceValue(withChosen(slugs, slug)) } }}
      >
        {t(slugs.length === 0 ? 'begin' : 'choose')}
        <span className="sr-only">{` ${title}`}</span>
      </ButtonLink>
    </li>
  )
}

function Found({ slugs, query, results, total, more }: Omit<AddToComparisonProps, 'locale'>) {
  const t = useTranslations('comparison.add')
  if (results.length === 0 && (query === '' || total > 0))
    return <p className="mt-8 max-w-measure">{t(query === '' ? 'noOther' : 'allChosen')}</p>
  return (
    <>
      <h3 className="mt-8">
        {query === '' ? t('newest') : t('found', { count: total, words: query })}
      </h3>
      {query !== '' && more ? (
        <p className="text-sm text-muted">
          {t('foundMore', { shown: results.length, count: total })}
        </p>
      ) : null}
      <ul className="mt-3 max-w-3xl divide-y divide-hairline border-y border-hairline empty:hidden">
        {results.map(({ slug, title, summary }) => (
          <AddableItem key={slug} slugs={slugs} slug={slug} title={title} summary={summary} />
        ))}
      </ul>
    </>
  )
}

/** A form and links, so that it works without JavaScript and the address holds the choice. */
export function AddToComparison({ locale, ...found }: AddToComparisonProps) {
  const t = useTranslations('comparison.add')
  const { slugs, query, total } = found
  if (slugs.length >= MAX_COMPARED)
    return <p className="mt-8 text-muted print:hidden">{t('full')}</p>
  if (slugs.length === 0 && query === '' && total === 0)
    return (
      <EmptyState
        title={t('none')}
        action={<TextLink href="/regions">{t('regions')}</TextLink>}
        className="mt-8 print:hidden"
      >
        {t('noneWhy')}
      </EmptyState>
    )
  return (
    <Section id="erbij" title={t('title', { count: slugs.length })} className="mt-14 print:hidden">
      <AddSearch slugs={slugs} query={query} locale={locale} />
      <Found {...found} />
      <p className="mt-4">
        <TextLink href="/initiatives">{t('all')}</TextLink>
      </p>
    </Section>
  )
}
