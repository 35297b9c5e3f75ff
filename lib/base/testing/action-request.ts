/** Test files import the actions later, with await import(), and stub the cache themselves. */
import { vi } from 'vitest'

const request = vi.hoisted(() => import('./next-request'))
vi.mock('next/headers', async () => (await request).nextHeaders)
vi.mock('next-intl/server', async () => (await request).dutchLocale)
vi.mock('@/i18n/navigation', async () => (await request).navigation)
