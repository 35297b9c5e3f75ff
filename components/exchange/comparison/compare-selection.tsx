'use client'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button, ButtonLink } from '@/components/base/ui/button'
import { Link, usePathname } from '@/i18n/navigation'
import {
  clearSelection,
  toggleSelected,
  useSelection,
  type SelectedInitiative,
  type SelectionNews,
} from './selection-store'

function useNewsText(): (news: SelectionNews | null) => string {
  const t = useTranslations('comparison.selection')
  return (news) => {
    if (news === null) return ''
    return news.kind === 'added' || news.kind === 'removed'
      ? t(news.kind, { title: news.title, count: news.count })
      : t(news.kind)
  }
}

function SelectedInitiatives({
  items,
  onRemove,
}: {
  items: readonly SelectedInitiative[]
  onRemove: (item: SelectedInitiative) => void
}) {
  const t = useTranslations('comparison.selection')
  return (
    <ul className="flex min-w-0 grow flex-wrap gap-x-5 gap-y-1 text-sm max-sm:hidden">
      {items.map((item) => (
        <li key={item.slug} className="flex max-w-64 items-center gap-1">
          <Link
            href={{ pathname: '/initiatives/[slug]', params: { slug: item.slug } }}
            prefetch={false}
            className="truncate text-ink"
          >
            {item.title}
          </Link>
          <button
            type="button"
            onClick={() => onRemove(item)}
            aria-label={t('remove', { title: item.title })}
            className="inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-wash"
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        </li>
      ))}
    </ul>
  )
}

function SelectionActions({
  items,
  onClear,
}: {
  items: readonly SelectedInitiative[]
  onClear: () => void
}) {
  const t = useTranslations('comparison.selection')
  return (
    <div className="ml-auto flex flex-wrap items-center gap-x-3">
      <Button variant="quiet" onClick={onClear}>
        {t('empty')}
      </Button>
      {items.length > 1 ? (
        <ButtonLink
          href={{
            pathname: '/compare',
            query: { i: items.map(({ slug }) => slug).join(',') },
          }}
          prefetch={false}
        >
          {t('compare')}
        </ButtonLink>
      ) : (
        <p className="text-sm text-muted">{t('needTwo')}</p>
      )}
    </div>
  )
}

/** Sticky inside the main part, so that it never covers the footer. */
export function CompareSelection() {
  const t = useTranslations('comparison.selection')
  const describe = useNewsText()
  const { items, news } = useSelection()
  const away = usePathname() === '/compare'
  const heading = useRef<HTMLHeadingElement>(null)

  // The pressed button disappears, so the focus moves to something that stays.
  function takeOut(item: SelectedInitiative) {
    ;(items.length > 1 ? heading.current : document.getElementById('main'))?.focus()
    toggleSelected(item)
  }

  function clear() {
    document.getElementById('main')?.focus()
    clearSelection()
  }

  return (
    <>
      <p role="status" className="sr-only">
        {describe(news)}
      </p>
      {items.length === 0 || away ? null : (
        <section
          aria-labelledby="vergelijkbak"
          className="compare-selection sticky bottom-0 z-30 mt-12 border-t-2 border-green bg-raised print:hidden"
        >
          <div className="mx-auto flex w-full max-w-page flex-wrap items-center gap-x-6 gap-y-2 px-5 py-3 sm:px-8">
            <h2
              id="vergelijkbak"
              ref={heading}
              tabIndex={-1}
              className="font-sans text-base font-semibold"
            >
              {t('title')}{' '}
              <span className="font-normal whitespace-nowrap text-muted">
                {t('count', { count: items.length })}
              </span>
            </h2>
            <SelectedInitiatives items={items} onRemove={takeOut} />
            <SelectionActions items={items} onClear={clear} />
          </div>
        </section>
      )}
    </>
  )
}
