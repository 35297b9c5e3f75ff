// Draws the table of rights in docs/rights.md and docs/beheer.md.
import { writeFileSync } from 'node:fs'
import { ensureNode } from './runtime/node.mjs'
import { inRoot } from './runtime/paths.mjs'

if (await ensureNode()) {
  const { DRAWN, drawn } = await import('./runtime/rights.mjs')
  for (const path of Object.keys(DRAWN)) writeFileSync(inRoot(path), await drawn(path))
}
