import type { ReactNode } from 'react'
import { CompareSelection } from '@/components/exchange/comparison/compare-selection'

/** Shares the compare selection between public pages. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <CompareSelection />
    </>
  )
}
