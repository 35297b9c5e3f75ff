/**
 * How far an initiative is: behind a label, in words of stopping, or by the kind of document. A plan
 * speaks of what comes, a final evaluation of what was; both may be out of date, so they are weak.
 * Source: docs/document-reading.md.
 */
import type { Block } from '@/lib/base/files/documents/types'
import { entriesAbout, textOf, type Entry } from './entries.rules'
import type { Lifecycle, Proposal } from './types'
import { passageOf, sentencesOf } from './words.rules'

const STAGES: readonly [Lifecycle, RegExp][] = [
  [
    'stopped',
    /\b(?:gestopt|stopte|stopgezet|gestaakt|voortijdig beëindigd|vroegtijdig beëindigd)\b/i,
  ],
  ['planned', /\b(?:gepland|in voorbereiding|nog niet gestart|start binnenkort|voorgenomen)\b/i],
  ['completed', /\b(?:afgerond|voltooid|beëindigd|afgesloten|klaar)\b/i],
  ['running', /\b(?:loopt|lopend|lopende|in uitvoering|actief|gestart|doorlopend)\b/i],
]
const ABOUT =
  /\b(?:project|pilot|programma|traject|proef)\b[^.]{0,40}\b(?:is|werd|wordt|hebben we|zijn we|stopte)\b/i
const KINDS: readonly [Lifecycle, RegExp][] = [
  ['running', /\b(?:tussenevaluatie|voortgangsrapportage|tussenrapportage)\b/i],
  [
    'completed',
    /\b(?:eindevaluatie|eindverslag|eindrapport(?:age)?|evaluatie(?:rapport|verslag)?|vaststelling(?:sbeschikking)?)\b/i,
  ],
  ['planned', /\b(?:projectplan|projectvoorstel|plan van aanpak|subsidieaanvraag)\b/i],
]

function stageIn(text: string): { stage: Lifecycle; mark: [number, number] } | null {
  for (const [stage, pattern] of STAGES) {
    const match = pattern.exec(text)
    if (match) return { stage, mark: [match.index, match.index + match[0].length] }
  }
  return null
}

function fromEntry(entry: Entry): Proposal[] {
  const text = entry.content.map((block) => textOf(block)).join(' ')
  const found = stageIn(text)
  if (!found || entry.from === 'heading') return []
  const shift = entry.because.length + 2
  return [
    {
      field: 'lifecycle',
      value: found.stage,
      passage: passageOf(`${entry.because}: ${text}`, [
        [found.mark[0] + shift, found.mark[1] + shift],
      ]),
      rule: entry.from,
      because: entry.because,
      strength: 'strong',
    },
  ]
}

function stoppedIn(blocks: readonly Block[]): Proposal[] {
  return blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
    .flatMap((block) => sentencesOf(textOf(block)))
    .flatMap((sentence) => {
      const found = stageIn(sentence)
      if (found?.stage !== 'stopped' || !ABOUT.test(sentence)) return []
      return [
        {
          field: 'lifecycle',
          value: 'stopped',
          passage: passageOf(sentence, [found.mark]),
          rule: 'stage',
          because: sentence.slice(...found.mark),
          strength: 'strong',
        } as const,
      ]
    })
}

const FIRST_BLOCKS = 6

function fromKind(blocks: readonly Block[]): Proposal[] {
  for (const block of blocks.slice(0, FIRST_BLOCKS)) {
    const text = textOf(block)
    for (const [stage, pattern] of KINDS) {
      const match = pattern.exec(text)
      if (match)
        return [
          {
            field: 'lifecycle',
            value: stage,
            passage: passageOf(text, [[match.index, match.index + match[0].length]]),
            rule: 'documentKind',
            because: match[0],
            strength: 'weak',
          },
        ]
    }
  }
  return []
}

export function stageProposals(blocks: readonly Block[], entries: readonly Entry[]): Proposal[] {
  const labelled = entriesAbout(entries, 'lifecycle').flatMap(fromEntry)
  return [...labelled, ...stoppedIn(blocks), ...fromKind(blocks)].slice(0, 1)
}
