'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'

const EVERY_MS = 3_000

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
