'use client'
import { useEffect, useRef } from 'react'
import { FormErrors } from '@/components/base/forms/form-state'
import { SubmitButton } from '@/components/base/forms/submit-button'
import { useFormAction } from '@/components/base/forms/use-form-action'
import { Notice } from '@/components/base/ui/notice'
import { StatusWord, VisuallyHidden } from '@/components/base/ui/text'
import { revokeSessionAction } from '@/lib/people/accounts/actions'

export interface DeviceRow {
  id: string
  device: string
  since: string
  which: string
  isCurrent: boolean
}

interface DeviceListProps {
  devices: readonly DeviceRow[]
  labels: { current: string; revoke: string; busy: string; revoked: string }
}

/** The result takes focus, because the row is gone. */
export function DeviceList({ devices, labels }: DeviceListProps) {
  const [result, send] = useFormAction(revokeSessionAction)
  const outcome = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (result.status === 'ok') outcome.current?.focus()
  }, [result])

  return (
    <div className="max-w-[52rem]">
      <FormErrors result={result} labels={{}} />
      <div ref={outcome} tabIndex={-1}>
        {result.status === 'ok' ? (
          <Notice tone="success" live className="mb-4">
            {labels.revoked}
          </Notice>
        ) : null}
      </div>
      <ul className="divide-y divide-hairline border-y border-hairline">
        {devices.map(({ id, device, since, which, isCurrent }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <div className="min-w-0">
              <p className="font-semibold">{device}</p>
              <p className="text-sm text-muted">{since}</p>
            </div>
            {isCurrent ? (
              <StatusWord tone="good">{labels.current}</StatusWord>
            ) : (
              <form action={send}>
                <input type="hidden" name="sessionId" value={id} />
                <SubmitButton
                  variant="secondary"
                  pending={labels.busy}
                  className="whitespace-nowrap"
                >
                  <span>
                    {labels.revoke} <VisuallyHidden>{which}</VisuallyHidden>
                  </span>
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
