import { getTranslations } from 'next-intl/server'
import { TextLink } from '@/components/base/ui/text'
import { loadConsulted } from '@/lib/exchange/overlap/loaders'

/** What its writer saw at "Toets mijn idee" before there was a draft. */
export async function Consulted({ initiativeId }: { initiativeId: string }) {
  const [t, consulted] = await Promise.all([
    getTranslations('overlap'),
    loadConsulted(initiativeId),
  ])
  if (consulted.length === 0) return null
  return (
    <div className="mt-5">
      <p className="font-semibold">{t('consulted')}</p>
      <ul className="mt-1 list-disc space-y-1 pl-5">
        {consulted.map(({ slug, title }) => (
          <li key={slug}>
            <TextLink href={{ pathname: '/initiatives/[slug]', params: { slug } }} prefetch={false}>
              {title}
            </TextLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
