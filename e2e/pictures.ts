import type { Locator, Page } from '@playwright/test'

/** A picture for docs/beheer.md, only when asked for: HANDBOOK_PICTURES=1. */
export async function picture(part: Page | Locator, name: string): Promise<void> {
  if (process.env.HANDBOOK_PICTURES !== '1') return
  const page = 'page' in part ? part.page() : part
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await part.screenshot({ path: `docs/beheer/${name}.png`, animations: 'disabled' })
}
