import { useTranslations } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { ErrorSummary } from '@/components/base/forms/error-summary'
import { FieldGroup } from '@/components/base/forms/field'
import { Form } from '@/components/base/forms/form'
import { TextArea, TextField } from '@/components/base/forms/inputs'
import { Button } from '@/components/base/ui/button'
import { Notice } from '@/components/base/ui/notice'
import { getPathname } from '@/i18n/navigation'
import { saveAdviceAction } from '@/lib/exchange/advices/actions'
import { adviceSchema } from '@/lib/exchange/obstacles/schema'
import type { ObstacleEntry } from '@/lib/exchange/obstacles/types'
import { ObstacleStatusWord } from './obstacle-status'

const TEXTS = ['titel', 'aan', 'inleiding', 'gevraagd'] as const
const WORDS = {
  titel: 'name',
  aan: 'for',
  inleiding: 'opening',
  gevraagd: 'asked',
  knelpunt: 'chosen',
} as const

type Typed = Readonly<Record<string, string | string[] | undefined>>

async function faults(typed: Typed) {
  if (typed.fout === undefined) return []
  const t = await getTranslations('errors')
  const parsed = adviceSchema.safeParse(
    Object.fromEntries([
      ['knelpunt', typed.knelpunt],
      ...TEXTS.map((key) => [key, [typed[key]].flat()[0]]),
    ]),
  )
  return parsed.success
    ? []
    : parsed.error.issues.flatMap(({ path, message }) => {
        const name =
          TEXTS.find((text) => text === path[0]) ??
          (path[0] === 'knelpunt' ? ('knelpunt' as const) : null)
        return name === null
          ? []
          : [{ name, message: t.has(message as 'required') ? t(message as 'required') : message }]
      })
}

function ChosenObstacles({ chosen }: { chosen: readonly ObstacleEntry[] }) {
  const t = useTranslations('obstacles.advice')
  return (
    <FieldGroup name="knelpunt" label={t('chosen')}>
      <ul>
        {chosen.map(({ slug, title, status }) => (
          <li key={slug} className="border-t border-hairline last:border-b">
            <label className="flex min-h-11 items-start gap-3 py-2">
              <input
                type="checkbox"
                name="knelpunt"
                value={slug}
                defaultChecked
                className="mt-1 size-5 shrink-0 accent-green"
              />
              <span className="min-w-0">
                {title} <ObstacleStatusWord status={status} />
              </span>
            </label>
          </li>
        ))}
      </ul>
    </FieldGroup>
  )
}

function FileButtons() {
  const t = useTranslations('obstacles.advice')
  return (
    <div className="flex flex-wrap gap-3">
      <Button type="submit" name="soort" value="docx" variant="secondary">
        {t('docx')}
      </Button>
      <Button type="submit" name="soort" value="xlsx" variant="quiet">
        {t('asSheet')}
      </Button>
      <Button type="submit" name="soort" value="csv" variant="quiet">
        {t('asCsv')}
      </Button>
    </div>
  )
}

export async function AdviceForm({
  chosen,
  typed,
}: {
  chosen: readonly ObstacleEntry[]
  typed: Typed
}) {
  const [t, tErrors, locale, wrong] = await Promise.all([
    getTranslations('obstacles.advice'),
    getTranslations('errors'),
    getLocale(),
    faults(typed),
  ])
  const text = (name: (typeof TEXTS)[number]) => [typed[name]].flat()[0] ?? ''
  const field = (name: (typeof TEXTS)[number]) => ({
    name,
    label: t(WORDS[name]),
    defaultValue: text(name),
    errors: wrong.filter((one) => one.name === name).map(({ message }) => message),
  })
  return (
    <Form
      action={getPathname({ href: '/workspace/obstacles/advice/file', locale })}
      noValidate
      className="max-w-measure space-y-8"
    >
      {typed.fout === 'RATE_LIMITED' ? (
        <Notice tone="error">{tErrors('RATE_LIMITED')}</Notice>
      ) : null}
      <ErrorSummary
        errors={wrong.map(({ name, message }) => ({ name, label: t(WORDS[name]), message }))}
      />
      <ChosenObstacles chosen={chosen} />
      <TextField {...field('titel')} maxLength={140} required />
      <TextField {...field('aan')} hint={t('forHint')} maxLength={140} />
      <TextArea {...field('inleiding')} hint={t('openingHint')} rows={5} maxLength={3_000} />
      <TextArea {...field('gevraagd')} hint={t('askedHint')} rows={5} maxLength={3_000} />
      <FileButtons />
      <div className="border-t border-hairline pt-6">
        <p className="mb-4 text-muted">{t('keepHint')}</p>
        <Button type="submit" formAction={saveAdviceAction}>
          {t('keep')}
        </Button>
      </div>
    </Form>
  )
}
