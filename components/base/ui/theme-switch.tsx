'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

const THEMES = ['system', 'light', 'dark'] as const
type Theme = (typeof THEMES)[number]

const YEAR_SECONDS = 31_536_000

function applyTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  document.cookie = `theme=${theme}; path=/; max-age=${theme === 'system' ? 0 : YEAR_SECONDS}; samesite=lax`
}

export function ThemeSwitch({ initial }: { initial: Theme }) {
  const t = useTranslations('ui.theme')
  const [theme, setTheme] = useState<Theme>(initial)

  function choose(next: Theme) {
    setTheme(next)
    applyTheme(next)
  }

  return (
    <fieldset>
      <legend className="mb-1 text-muted">{t('legend')}</legend>
      <div className="inline-flex rounded-md border border-edge">
        {THEMES.map((option) => (
          <label
            key={option}
            className="relative cursor-pointer first:rounded-l-md last:rounded-r-md has-checked:bg-green has-checked:text-on-green has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-sky"
          >
            <input
              type="radio"
              name="theme"
              value={option}
              checked={theme === option}
              onChange={() => choose(option)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <span className="inline-flex min-h-9 items-center px-3">{t(option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
