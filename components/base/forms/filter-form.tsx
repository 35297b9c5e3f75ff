import type { ReactNode } from 'react'
import { buttonClass } from '@/components/base/ui/button'

interface FilterFormProps {
  action: string
  text: string
  labels: { search: string; apply: string }
  children: ReactNode
}

/** A plain form with words to look for and choices: what was chosen is in the address. */
export function FilterForm({ action, text, labels, children }: FilterFormProps) {
  return (
    <form action={action} className="mb-8 flex flex-wrap items-end gap-4" role="search">
      <label className="min-w-0 max-sm:w-full">
        <span className="block text-sm font-semibold">{labels.search}</span>
        <input
          name="zoek"
          type="search"
          defaultValue={text}
          maxLength={100}
          autoComplete="off"
          className="mt-1 block min-h-11 w-full rounded-md border border-edge bg-paper px-3 sm:w-72"
        />
      </label>
      {children}
      <button type="submit" className={buttonClass('secondary')}>
        {labels.apply}
      </button>
    </form>
  )
}
