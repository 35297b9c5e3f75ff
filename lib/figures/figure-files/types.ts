/** Something wrong with one row of a source. */
export interface RowIssue {
  rowNumber: number | null
  column: string | null
  code: string
  text: string
}

/** What a row of a file gives: figures, or everything that is wrong with it. */
export interface ReadFigure {
  indicator: string
  regionId: string
  period: number
  breakdown: string
  value: string | null
  attribute: string | null
  status: 'final' | 'provisional' | 'revised' | 'withheld' | null
}
