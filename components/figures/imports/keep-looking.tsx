'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'

const EVERY_MS = 3_000

/**
 * Reads the page again every few seconds as long as something on it is under way and someone looks; on a slow line the next look
 * waits for the answer of the last. Without JavaScript there is a link.
 */
export function KeepLooking() {
  const router = useRouter()
  const [isLooking, look] = useTransition()
  useEffect(() => {
    if (isLooking) return
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') look(() => router.refresh())
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [router, isLooking])
  return null
}
