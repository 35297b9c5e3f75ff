import type { ReactNode } from 'react'

interface FilterSelectProps {
  name: string
  label: string
  value: string | null
  all: string
  children: ReactNode
}

export function FilterSelect({ name, label, value, all, children }: FilterSelectProps) {
  return (
    <label className="min-w-0 max-sm:w-full">
      <span className="block text-sm font-semibold">{label}</span>
      <select
        name={name}
        defaultValue={value ?? ''}
        className="mt-1 block min-h-11 w-full max-w-full rounded-md border border-edge bg-paper px-3 sm:w-64"
      >
        <option value="">{all}</option>
        {children}
      </select>
    </label>
  )
}
