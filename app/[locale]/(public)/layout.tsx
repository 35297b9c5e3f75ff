import type { ReactNode } from 'react'
import { CompareSelection } from '@/components/exchange/comparison/compare-selection'

/** Public pages share the selection in which candidates for a comparison wait. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <CompareSelection />
    </>
  )
}
