import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/people/accounts/types'
import { organisationsOf } from '@/lib/people/accounts/working-for.rules'
import { ActingForForm } from './acting-for-form'

/** Says for whom someone with several organisations works, and lets them choose. */
export async function ActingFor({ actor }: { actor: Actor }) {
  const t = await getTranslations('accounts.menu')
  const organisations = organisationsOf(actor)
  const chosen = organisations.find(({ id }) => id === actor.actingFor)
  return (
    <details className="group relative">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 text-ink underline decoration-dotted underline-offset-4 [&::-webkit-details-marker]:hidden">
        <span className="inline-block max-w-64 truncate">
          {t('actingFor', { organisation: chosen?.name ?? t('actingForAll') })}
        </span>
        <svg
          aria-hidden="true"
          viewBox="0 0 12 12"
          className="size-3 shrink-0 rotate-90 transition-transform group-open:-rotate-90"
        >
          <path d="M4 2l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
      </summary>
      <div className="py-3 lg:absolute lg:right-0 lg:z-40 lg:w-96 lg:border lg:border-hairline lg:bg-paper lg:p-5">
        <ActingForForm
          options={[
            { value: '', label: t('actingForAll') },
            ...organisations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          chosen={actor.actingFor ?? ''}
          labels={{
            organisation: t('actingForLabel'),
            hint: t('actingForHint'),
            submit: t('actingForSubmit'),
            busy: t('actingForBusy'),
          }}
        />
      </div>
    </details>
  )
}
