import { apiJson, apiResource, parseQuery } from '@/lib/base/http/api'
import { emptyQuerySchema } from '@/lib/base/http/api-query'
import { getEnd, getLastCheck, listHeads } from '@/lib/site/ledger/data'
import { MAX_HEADS, openLedgerSchema } from '@/lib/site/ledger/open-data.schema'

export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = apiResource(async (request) => {
  const query = parseQuery(request, emptyQuerySchema)
  if ('problem' in query) return query.problem
  const [end, check, heads] = await Promise.all([getEnd(), getLastCheck(), listHeads(MAX_HEADS)])
  return apiJson(
    openLedgerSchema.parse({
      laatste: { nummer: end.seq, vingerafdruk: end.hash },
      controle: check && {
        op: check.finishedAt.toISOString(),
        regels: check.entries,
        vingerafdrukken: check.heads,
        fouten: check.faultCount,
      },
      dagen: heads.map(({ day, seq, hash }) => ({ dag: day, nummer: seq, vingerafdruk: hash })),
    }),
  )
})
