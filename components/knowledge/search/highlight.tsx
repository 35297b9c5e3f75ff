import { markedPieces } from '@/lib/knowledge/search/rules'

export function Highlight({ snippet }: { snippet: string }) {
  return markedPieces(snippet).map(({ text, marked }, index) =>
    marked ? <mark key={index}>{text}</mark> : text,
  )
}
