import { getLocale, getTranslations } from 'next-intl/server'
import { Button } from '@/components/base/ui/button'
import { getPathname } from '@/i18n/navigation'
import { type ActionResult, type FormValues, idle, type Saved } from '@/lib/base/http/action-result'
import { invalidResult } from '@/lib/base/http/form-data'
import { adviceSchema } from '@/lib/exchange/obstacles/schema'
import type { ObstacleEntry } from '@/lib/exchange/obstacles/types'
import { AdviceFields } from './advice-fields'
import { TEXTS, WORDS } from './advice-texts'
import { ObstacleStatusWord } from './obstacle-status'

type Typed = Readonly<Record<string, string | string[] | undefined>>

/** What came back in the address from the files, which are fetched without an action. */
function resultOf(typed: Typed, values: FormValues): ActionResult<Saved> {
  if (typed.fout === undefined) return idle
  const parsed = adviceSchema.safeParse(values)
  return parsed.success ? idle : invalidResult(parsed.error, values)
}

async function FileButtons() {
  const t = await getTranslations('obstacles.advice')
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
  const [t, locale] = await Promise.all([getTranslations('obstacles.advice'), getLocale()])
  const values: FormValues = {
    knelpunt: chosen.map(({ slug }) => slug),
    ...Object.fromEntries(TEXTS.map((name) => [name, [typed[name]].flat()[0] ?? ''])),
  }
  return (
    <AdviceFields
      fileAddress={getPathname({ href: '/workspace/obstacles/advice/file', locale })}
      initial={resultOf(typed, values)}
      values={values}
      chosen={chosen.map(({ slug, title, status }) => ({
        slug,
        words: (
          <>
            {title} <ObstacleStatusWord status={status} />
          </>
        ),
      }))}
      labels={{
        knelpunt: t(WORDS.knelpunt),
        titel: t(WORDS.titel),
        aan: t(WORDS.aan),
        inleiding: t(WORDS.inleiding),
        gevraagd: t(WORDS.gevraagd),
      }}
      hints={{ aan: t('forHint'), inleiding: t('openingHint'), gevraagd: t('askedHint') }}
      keep={{ hint: t('keepHint'), submit: t('keep'), busy: t('keepBusy') }}
      files={<FileButtons />}
    />
  )
}
