'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'

const EVERY_MS = 3_000

/** Reads the page again and again while it is in view, one reading at a time. */
export function KeepLooking({ everyMs = EVERY_MS }: { everyMs?: number }) {
  const router = useRouter()
  const [isLooking, look] = useTransition()
  useEffect(() => {
    if (isLooking) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') look(() => router.refresh())
    }, everyMs)
    return () => clearInterval(timer)
  }, [router, isLooking, everyMs])
  return null
}
