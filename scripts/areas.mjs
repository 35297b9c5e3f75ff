// Draws the imports between areas in docs/architecture.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { drawAreas, listImports } from './runtime/areas.mjs'
import { inRoot } from './runtime/paths.mjs'

const path = inRoot('docs', 'architecture.md')
const drawing = /```mermaid\nflowchart TD\n[\s\S]*?```/
writeFileSync(path, readFileSync(path, 'utf8').replace(drawing, drawAreas(listImports())))
