import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface FakeTable {
  title?: string
  modified: string
  dimensions: string[]
  measures: { Identifier: string; Title: string }[]
  periods: { Identifier: string; Title: string; Status?: string }[]
  observations: Record<string, unknown>[]
  pageSize: number
}

type Fault = (response: ServerResponse) => void

function entitySet(name: string, set: string, table: FakeTable): object | null {
  switch (set) {
    case 'Properties':
      return { Identifier: name, Title: table.title ?? name, Modified: table.modified }
    case 'Dimensions':
      return { value: table.dimensions.map((Identifier) => ({ Identifier, Kind: 'Dimension' })) }
    case 'MeasureCodes':
      return { value: table.measures }
    case 'PeriodenCodes':
      return { value: table.periods }
  }
  if (!set.endsWith('Codes')) return null
  const codes = new Set(table.observations.map((row) => String(row[set.slice(0, -5)])))
  return {
    value: [...codes].map((Identifier) => ({
      Identifier,
      Title: `Naam van ${Identifier.trim()}`,
    })),
  }
}

function observationPage(table: FakeTable, skip: number, circle: boolean, address: string): object {
  const next = circle ? 0 : skip + table.pageSize
  const more = circle || next < table.observations.length
  return {
    value: table.observations.slice(skip, skip + table.pageSize),
    ...(more && { '@odata.nextLink': `${address}?$skip=${next}` }),
  }
}

export async function startODataServer(tables: Record<string, FakeTable>, port = 0) {
  const faults: { match: RegExp; fault: Fault }[] = []
  const asked: string[] = []
  let circle = false
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`)
    asked.push(`${url.pathname}${url.search}`)
    const at = faults.findIndex(({ match }) => match.test(`${url.pathname}${url.search}`))
    const [found] = at === -1 ? [] : faults.splice(at, 1)
    if (found) return found.fault(response)
    const [, , , , name = '', set = ''] = url.pathname.split('/')
    const table = tables[name]
    if (!table) return response.writeHead(404).end()
    const skip = Number(url.searchParams.get('$skip') ?? 0)
    const address = `${url.origin}/odata/v1/CBS/${name}/Observations`
    const body = entitySet(name, set, table) ?? observationPage(table, skip, circle, address)
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    host,
    asked,
    remote: {
      base: `http://${host}/odata/v1/CBS`,
      hosts: [host],
      timeoutMs: 300,
      attempts: 3,
      pauseMs: 5,
    },
    breakOnce: (match: RegExp, fault: Fault) => faults.push({ match, fault }),
    goInCircles: (on: boolean) => {
      circle = on
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
