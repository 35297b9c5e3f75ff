import { getTranslations } from 'next-intl/server'
import type { NextRequest } from 'next/server'
import { faultText } from '@/components/knowledge/initiative-imports/fault-text'
import { toCsv, toXlsx } from '@/lib/base/files/workbook'
import { fileResponse } from '@/lib/base/http/file-response'
import { problemResponse } from '@/lib/base/http/headers'
import { getContent, getImport, listFaults } from '@/lib/knowledge/initiative-imports/data'
import { faultedTable, faultTable } from '@/lib/knowledge/initiative-imports/fault-file.rules'
import { getKnown } from '@/lib/knowledge/initiative-imports/names.data'
import { canImport } from '@/lib/knowledge/initiative-imports/policy'
import { readRows } from '@/lib/knowledge/initiative-imports/rows.data'
import { MAX_FAULTS } from '@/lib/knowledge/initiative-imports/rules'
import { allowedTable } from '@/lib/knowledge/initiative-imports/template.rules'
import { currentActor } from '@/lib/people/accounts/session'

const missing = () =>
  problemResponse(404, 'Niet gevonden', 'Hier bestaat niets, of het is niet openbaar.')

/** The sent file again with a column that says what is wrong, or the list of faults alone. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params
  const [actor, found] = await Promise.all([currentActor(), getImport(id)])
  if (!found || !canImport(actor, found.organisationId)) return missing()
  const locale = request.nextUrl.searchParams.get('taal') === 'en' ? 'en' : 'nl'
  const t = await getTranslations({ locale, namespace: 'initiativeImports' })
  const faults = await listFaults(id, { skip: 0, take: MAX_FAULTS })
  const said = faults.map((fault) => ({ ...fault, said: faultText(t, fault) }))
  if (request.nextUrl.searchParams.get('vorm') === 'csv') {
    const header = [t('row'), t('column'), t('cell'), t('whatIsWrong')]
    return fileResponse(toCsv(faultTable(said, header)), 'csv', 'fouten-in-import')
  }
  const content = await getContent(id)
  const file = content && (await readRows(content))
  if (file === null || 'problem' in file) return missing()
  const book = await toXlsx([
    faultedTable(file, said),
    allowedTable(await getKnown(), found.organisationId === null),
  ])
  return fileResponse(new Uint8Array(book), 'xlsx', 'initiatieven-met-fouten')
}
