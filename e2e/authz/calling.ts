import { routing } from '../../i18n/routing'
import type { Fields } from './rows.ts'

/** As Next notes it in its manifest of a build. */
export interface ServerAction {
  filename: string
  exportedName: string
  /** Pages that hold the action, by the path of their file. */
  workers: Record<string, unknown>
}

const PATHS = routing.pathnames as Readonly<Record<string, string | { nl: string }>>

/** The Dutch address of a page that holds this action; what it shows does not matter. */
export function addressOf({ workers }: ServerAction): string {
  for (const worker of Object.keys(workers)) {
    const template =
      worker
        .replace('app/[locale]', '')
        .replace(/\/page$/, '')
        .replaceAll(/\/\([^)]+\)/g, '') || '/'
    const path = PATHS[template]
    if (path === undefined) continue
    return (typeof path === 'string' ? path : path.nl).replaceAll(/\[(\w+)\]/g, 'verzonnen')
  }
  throw new Error(`no page for ${Object.keys(workers).join(', ')}`)
}

export interface Answer {
  /** Refused on rights; heard, also when a field is wrong; or a fault of ours. */
  kind: 'refused' | 'heard' | 'fault'
  words: string
}

const REFUSALS = new Set(['NOT_FOUND', 'NOT_SIGNED_IN'])
/** The arguments as React writes them. */
const FORM = '["$K1"]'
const STATE_AND_FORM = '[{"status":"idle"},"$K1"]'

/** The result of an action in an answer of Next: the row with a status. */
function resultIn(text: string): { status: string; code?: string } | null {
  const row = /^\w+:(\{"status":.*)$/m.exec(text)?.[1]
  return row === undefined ? null : (JSON.parse(row) as { status: string; code?: string })
}

function read(response: Response, text: string): Answer {
  const redirect = response.headers.get('x-action-redirect')
  if (redirect !== null)
    return /^\/inloggen\?(?:terug|callbackUrl)/.test(redirect)
      ? { kind: 'refused', words: redirect }
      : { kind: 'heard', words: `a redirect to ${redirect}` }
  const result = resultIn(text)
  if (result === null)
    return {
      kind: [403, 404].includes(response.status) ? 'refused' : 'fault',
      words: `status ${String(response.status)}`,
    }
  return {
    kind: REFUSALS.has(result.code ?? '') ? 'refused' : 'heard',
    words: `${result.status} ${result.code ?? ''}`.trim(),
  }
}

/** Calls a server action by hand, as the client of React does. */
export async function callAction({
  url,
  id,
  cookie,
  fields,
  formOnly,
}: {
  url: string
  id: string
  cookie: string
  fields: Fields
  formOnly: boolean
}): Promise<Answer> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value)
  body.append('0', formOnly ? FORM : STATE_AND_FORM)
  const response = await fetch(url, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: {
      'next-action': id,
      accept: 'text/x-component',
      origin: new URL(url).origin,
      ...(cookie !== '' && { cookie }),
    },
  })
  return read(response, await response.text())
}
