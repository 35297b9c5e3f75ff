export interface RowIssue {
  rowNumber: number | null
  column: string | null
  code: string
  text: string
}

export interface ReadFigure {
  indicator: string
  regionId: string
  period: number
  breakdown: string
  value: string | null
  attribute: string | null
  status: 'final' | 'provisional' | 'revised' | 'withheld' | null
}
