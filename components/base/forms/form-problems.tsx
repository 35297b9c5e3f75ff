import type { ActionResult, FormValues } from '@/lib/base/http/action-result'
import { ConflictScreen } from './conflict-screen'
import { FormErrors } from './form-state'

interface FormProblemsProps {
  result: ActionResult<unknown>
  conflict: { values: FormValues; theirs: FormValues } | null
  labels: Record<string, string>
}

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
