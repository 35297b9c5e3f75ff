/**
 * Stands in for Next during an action. Import it in a test file that imports the actions themselves
 * later, with await import(). The cache of Next is left to the test file.
 */
import { vi } from 'vitest'

const request = vi.hoisted(() => import('./next-request'))
vi.mock('next/headers', async () => (await request).nextHeaders)
vi.mock('next-intl/server', async () => (await request).dutchLocale)
vi.mock('@/i18n/navigation', async () => (await request).navigation)
