import { SubmitButton } from '@/components/base/forms/submit-button'
import { VisuallyHidden } from '@/components/base/ui/text'
import type { DemoAccount } from '@/lib/people/accounts/types'

export interface DemoLabels {
  title: string
  lead: string
  use: string
  busy: string
  useAs: Readonly<Record<string, string>>
}

interface DemoAccountsProps {
  accounts: readonly DemoAccount[]
  send: (form: FormData) => void
  returnTo: string
  labels: DemoLabels
}

export function DemoAccounts({ accounts, send, returnTo, labels }: DemoAccountsProps) {
  return (
    <section aria-labelledby="demo-title" className="min-w-0">
      <h2 id="demo-title" className="text-xl">
        {labels.title}
      </h2>
      <p className="mt-2 max-w-measure text-muted">{labels.lead}</p>
      <ul className="mt-4 divide-y divide-hairline border-y border-hairline">
        {accounts.map((account) => (
          <li key={account.email}>
            <form action={send} className="flex items-center justify-between gap-4 py-2">
              <div className="min-w-0">
                <p className="font-semibold">{account.name}</p>
                <p className="text-sm text-muted">{account.roleLabel}</p>
              </div>
              <input type="hidden" name="email" value={account.email} />
              <input type="hidden" name="password" value={account.password} />
              <input type="hidden" name="returnTo" value={returnTo} />
              <SubmitButton
                variant="secondary"
                pending={labels.busy}
                className="shrink-0 whitespace-nowrap"
              >
                <span>
                  {labels.use} <VisuallyHidden>{labels.useAs[account.email]}</VisuallyHidden>
                </span>
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
