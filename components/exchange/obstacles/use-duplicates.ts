'use client'
import { useEffect, useRef, useState } from 'react'
import type { LikelyDuplicate } from '@/lib/exchange/obstacles/types'

const PAUSE_MS = 400
const SHORTEST = 8

export function useDuplicates() {
  const [duplicates, setDuplicates] = useState<readonly LikelyDuplicate[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const request = useRef<AbortController>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const look = async (text: string) => {
    const controller = new AbortController()
    request.current = controller
    try {
      const response = await fetch(`/api/v1/knelpunten?lijktOp=${encodeURIComponent(text)}`, {
        signal: controller.signal,
      })
      if (!response.ok) return
      const { items } = (await response.json()) as { items: { slug: string; titel: string }[] }
      setDuplicates(items.map(({ slug, titel }) => ({ slug, title: titel, status: 'open' })))
    } catch {
      // Best effort: submitting looks again.
    }
  }
  const typed = (text: string) => {
    clearTimeout(timer.current)
    request.current?.abort()
    if (text.trim().length < SHORTEST) setDuplicates([])
    else timer.current = setTimeout(() => void look(text.trim()), PAUSE_MS)
  }
  return { duplicates, typed }
}
