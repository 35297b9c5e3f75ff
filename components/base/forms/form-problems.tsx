import type { ActionResult, FormValues } from '@/lib/base/http/action-result'
import { ConflictScreen } from './conflict-screen'
import { FormErrors } from './form-state'

interface FormProblemsProps {
  result: ActionResult<unknown>
  /** Of the last answer or of an automatic save. */
  conflict: { values: FormValues; theirs: FormValues } | null
  labels: Record<string, string>
}

/** What went wrong with a long form, on top of it; takes no room when all is well. */
export function FormProblems({ result, conflict, labels }: FormProblemsProps) {
  return (
    <div className="mb-8 space-y-4 empty:hidden">
      <FormErrors result={result} labels={labels} />
      {conflict ? (
        <ConflictScreen
          mine={conflict.values}
          theirs={conflict.theirs}
          fields={Object.entries(labels).map(([name, label]) => ({ name, label }))}
        />
      ) : null}
    </div>
  )
}
