// Draws in docs/architecture.md which area imports which, as the code is now.
import { readFileSync, writeFileSync } from 'node:fs'
import { drawAreas, listImports } from './runtime/areas.mjs'
import { inRoot } from './runtime/paths.mjs'

const path = inRoot('docs', 'architecture.md')
const drawing = /```mermaid\nflowchart TD\n[\s\S]*?```/
writeFileSync(path, readFileSync(path, 'utf8').replace(drawing, drawAreas(listImports())))
