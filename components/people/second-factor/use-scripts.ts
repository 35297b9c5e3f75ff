'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False in the page as sent, true once scripts run. */
export const useScripts = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
