import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import { Link } from '@/i18n/navigation'

export interface Todo {
  key: string
  title: string
  act: string
  why: string
  href: ComponentProps<typeof Link>['href']
  button?: ReactNode
}

export function TodoList({ todos, total }: { todos: readonly Todo[]; total: number }) {
  const t = useTranslations('workspace')
  return (
    <>
      <ol className="max-w-4xl">
        {todos.map(({ key, title, act, why, href, button }) => (
          <li key={key} className="border-t border-hairline last:border-b">
            {button ? (
              <div className="grid gap-x-8 gap-y-2 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
                <div className="min-w-0">
                  <Link
                    href={href}
                    className="block font-serif text-lg leading-snug font-semibold text-ink no-underline hover:underline"
                  >
                    {title}
                  </Link>
                  <p className="text-sm text-muted">{why}</p>
                </div>
                {button}
              </div>
            ) : (
              <Link
                href={href}
                className="group grid gap-x-8 gap-y-1 py-4 text-ink no-underline sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
              >
                <span className="min-w-0">
                  <span className="block font-serif text-lg leading-snug font-semibold group-hover:underline">
                    {title}
                  </span>
                  <span className="block text-sm text-muted">{why}</span>
                </span>
                <span className="font-semibold text-green">{act} →</span>
              </Link>
            )}
          </li>
        ))}
      </ol>
      {total > todos.length ? (
        <p className="mt-3 text-sm text-muted">{t('more', { count: total - todos.length })}</p>
      ) : null}
    </>
  )
}
