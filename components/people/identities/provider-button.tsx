import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/base/ui/button'
import { loadProviderButton } from '@/lib/people/identities/loaders'

/** Below the sign-in form, where a provider is set. A plain link: it leads to another site. */
export async function ProviderButton({ returnTo }: { returnTo: string }) {
  const provider = await loadProviderButton(returnTo)
  if (!provider) return null
  const t = await getTranslations('identities.signIn')
  return (
    <section aria-labelledby="provider-title" className="mt-10 border-t border-hairline pt-6">
      <h2 id="provider-title" className="text-xl">
        {t('title')}
      </h2>
      <p className="mt-4">
        <a href={provider.address} rel="nofollow" className={buttonClass('secondary')}>
          {t('use', { name: provider.name })}
        </a>
      </p>
    </section>
  )
}
