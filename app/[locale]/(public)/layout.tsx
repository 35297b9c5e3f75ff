import type { ReactNode } from 'react'
import { CompareTray } from '@/components/exchange/comparison/compare-tray'

/** Public pages share the tray in which candidates for a comparison wait. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <CompareTray />
    </>
  )
}
