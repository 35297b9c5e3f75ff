export const STEPS = ['asked', 'waiting', 'reading', 'printing', 'done', 'failed'] as const
export type PrintingStep = (typeof STEPS)[number]

/** Asked for in the `accept` header: a line of JSON for each step instead of the file. */
export const STEPS_TYPE = 'application/x-ndjson'

const stepOf = (line: string): PrintingStep =>
  STEPS.find((step) => line === JSON.stringify({ step })) ?? 'failed'

/** Tells each step of the printing of `href` and gives the last; 'failed' when it cannot be asked. */
export async function readSteps(
  href: string,
  tell: (step: PrintingStep) => void,
): Promise<PrintingStep> {
  let last: PrintingStep = 'failed'
  try {
    const answer = await fetch(href, { headers: { accept: STEPS_TYPE } })
    const reader = answer.ok ? answer.body?.getReader() : undefined
    if (!reader) return 'failed'
    const decoder = new TextDecoder()
    let rest = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return last
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        last = stepOf(line)
        if (last !== 'done') tell(last)
      }
    }
  } catch {
    return 'failed'
  }
}
