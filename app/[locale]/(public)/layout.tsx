import type { ReactNode } from 'react'
import { CompareSelection } from '@/components/exchange/comparison/compare-selection'

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <CompareSelection />
    </>
  )
}
