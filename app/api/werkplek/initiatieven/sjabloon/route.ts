import { toXlsx } from '@/lib/base/files/workbook'
import { fileResponse } from '@/lib/base/http/file-response'
import { problemResponse } from '@/lib/base/http/headers'
import { getKnown } from '@/lib/knowledge/initiative-imports/names.data'
import { canImport, canImportSomewhere } from '@/lib/knowledge/initiative-imports/policy'
import { templateTables } from '@/lib/knowledge/initiative-imports/template.rules'
import { currentActor } from '@/lib/people/accounts/session'

/** The template, with the terms and regions as they are now. */
export async function GET(): Promise<Response> {
  const actor = await currentActor()
  if (!canImportSomewhere(actor))
    return problemResponse(404, 'Niet gevonden', 'Hier bestaat niets, of het is niet openbaar.')
  const tables = templateTables(await getKnown(), canImport(actor, null))
  return fileResponse(new Uint8Array(await toXlsx(tables)), 'xlsx', 'sjabloon-initiatieven')
}
