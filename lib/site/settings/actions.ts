'use server'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import {
  conflict,
  invalidField,
  type ActionResult,
  type FormValues,
  type Saved,
} from '@/lib/base/http/action-result'
import { runForm } from '@/lib/base/http/form-action'
import { env } from '@/lib/base/runtime/env'
import { listStoredSettings, readSettings } from '@/lib/base/settings/data'
import { encodeLogo, saveLogo, saveSetting } from '@/lib/base/settings/mutations'
import { accentProblems, mailDomain, nearestAccent } from '@/lib/base/settings/rules'
import { SECOND_FACTOR_ROLES, SETTING_SCHEMAS } from '@/lib/base/settings/schema'
import type { Setting, SettingKey } from '@/lib/base/settings/types'
import { requireActor } from '@/lib/people/accounts/session'
import type { Actor } from '@/lib/people/accounts/types'
import { canChangeSettings } from './policy'
import { toFormValues } from './rules'
import {
  homeForm,
  identityForm,
  languagesForm,
  logoForm,
  mailForm,
  retentionForm,
  securityForm,
  statementsForm,
} from './schema'

type Result = ActionResult<Saved>

const rules = {
  actor: requireActor,
  load: () => Promise.resolve(true),
  can: (actor: Actor) => canChangeSettings(actor),
  shows: 'page' as const,
}

async function theirs(key: SettingKey, values: FormValues) {
  const [settings, stored] = await Promise.all([readSettings(), listStoredSettings()])
  return conflict(values, toFormValues(key, settings), stored.get(key)?.version ?? 0)
}

/** The one way to save a group: check it, save it, or show what someone else saved. */
async function save<Key extends SettingKey, Schema extends z.ZodType<{ version: number }>>(
  form: FormData,
  {
    key,
    schema,
    toValue,
    check,
  }: {
    key: Key
    schema: Schema
    toValue: (input: z.infer<Schema>) => Setting<Key>
    check?: (value: Setting<Key>, values: FormValues) => Promise<ActionResult<Saved> | null>
  },
): Promise<Result> {
  return runForm(form, { ...rules, schema }, async (input, { actor, values }) => {
    const value = toValue(input)
    const problem = (await check?.(value, values)) ?? null
    if (problem) return problem
    const { version } = input
    const outcome = await saveSetting({ key, value, version, actorId: actor.userId })
    return outcome === 'conflict' ? theirs(key, values) : null
  })
}

async function checkAccent(accent: string, values: FormValues) {
  const [problem] = accent === '' ? [] : accentProblems(accent)
  if (!problem) return null
  const t = await getTranslations('settings.accent')
  const words = t(`problem.${problem.what}`, {
    theme: problem.theme,
    ratio: Math.floor(problem.ratio * 10) / 10,
    nearest: nearestAccent(accent),
  })
  return invalidField('accent', words, values)
}

export async function saveIdentityAction(_previous: Result, form: FormData): Promise<Result> {
  return save(form, {
    key: 'identity',
    schema: identityForm,
    toValue: ({ name, accent }) => ({ name, accent }),
    check: ({ accent }, values) => checkAccent(accent, values),
  })
}

export async function saveHomeAction(_previous: Result, form: FormData): Promise<Result> {
  return save(form, {
    key: 'home',
    schema: homeForm,
    toValue: (input) => SETTING_SCHEMAS.home.parse(input),
  })
}

export async function saveStatementsAction(_previous: Result, form: FormData): Promise<Result> {
  return save(form, {
    key: 'statements',
    schema: statementsForm,
    toValue: (input) => SETTING_SCHEMAS.statements.parse(input),
  })
}

export async function saveRetentionAction(_previous: Result, form: FormData): Promise<Result> {
  return save(form, {
    key: 'retention',
    schema: retentionForm,
    toValue: (input) => SETTING_SCHEMAS.retention.parse(input),
  })
}

export async function saveSecurityAction(_previous: Result, form: FormData): Promise<Result> {
  return save(form, {
    key: 'security',
    schema: securityForm,
    toValue: (input) => ({
      secondFactorRoles: SECOND_FACTOR_ROLES.filter((role) => input[role] === 'on'),
    }),
  })
}

export async function saveSenderAction(_previous: Result, form: FormData): Promise<Result> {
  return save(form, {
    key: 'mail',
    schema: mailForm,
    toValue: ({ senderName, senderAddress }) => ({ senderName, senderAddress }),
    check: async ({ senderAddress }, values) =>
      Promise.resolve(
        senderAddress === '' || mailDomain(senderAddress) === mailDomain(env.MAIL_FROM)
          ? null
          : invalidField('senderAddress', 'otherDomain', values),
      ),
  })
}

export async function saveLanguagesAction(_previous: Result, form: FormData): Promise<Result> {
  return save(form, {
    key: 'languages',
    schema: languagesForm,
    toValue: ({ english }) => ({ english: english === 'on' }),
  })
}

export async function saveLogoAction(_previous: Result, form: FormData): Promise<Result> {
  return runForm(
    form,
    { ...rules, schema: logoForm, file: 'logo' },
    async ({ alt, remove, version }, { actor, values, file }) => {
      const change = { alt, version, actorId: actor.userId }
      const current = (await readSettings()).logo
      let outcome: 'ok' | 'conflict'
      if (file !== null && remove !== 'on') {
        const logo = await encodeLogo(file.content)
        if (logo === null) return invalidField('logo', 'noPicture', values)
        if (alt === '') return invalidField('alt', 'altNeeded', values)
        outcome = await saveLogo(change, logo)
      } else if (remove === 'on') outcome = await saveLogo({ ...change, alt: '' }, null)
      else if (current.hash === '') return invalidField('logo', 'noPicture', values)
      else if (alt === '') return invalidField('alt', 'altNeeded', values)
      else
        outcome = await saveSetting({
          key: 'logo',
          value: { ...current, alt },
          version,
          actorId: actor.userId,
        })
      return outcome === 'conflict' ? theirs('logo', values) : null
    },
  )
}
