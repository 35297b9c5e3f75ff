import { markedPieces } from '@/lib/knowledge/search/rules'

/** A part of a text with the words that were looked for marked. */
export function Highlight({ snippet }: { snippet: string }) {
  return markedPieces(snippet).map(({ text, marked }, index) =>
    marked ? <mark key={index}>{text}</mark> : text,
  )
}
