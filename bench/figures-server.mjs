import { createServer } from 'node:http'

const PAGE = 100_000

export async function startFiguresServer(regions, total) {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    const set = url.pathname.split('/').at(-1)
    const json = (text) => response.writeHead(200, { 'content-type': 'application/json' }).end(text)
    if (set === 'Properties') return json('{"Modified":"2026-01-01T00:00:00"}')
    if (set === 'Dimensions')
      return json(
        '{"value":[{"Identifier":"RegioS"},{"Identifier":"Perioden"},{"Identifier":"Groep"}]}',
      )
    if (set === 'MeasureCodes')
      return json('{"value":[{"Identifier":"M001","Title":"Synthetisch"}]}')
    if (set === 'PeriodenCodes') return json('{"value":[]}')
    const from = Number(url.searchParams.get('$skip') ?? 0)
    const to = Math.min(from + PAGE, total)
    const rows = Array.from({ length: to - from }, (_, index) => {
      const at = from + index
      const group = Math.floor(at / (regions.length * 100))
      return `{"Id":${at},"Measure":"M001","ValueAttribute":"None","Value":${(at * 7_919) % 100_000},"StringValue":null,"RegioS":"${regions[Math.floor(at / 100) % regions.length]}","Perioden":"${2000 + Math.floor((at % 100) / 4)}KW0${1 + (at % 4)}","Groep":"G${group}"}`
    })
    const next =
      to < total
        ? `,"@odata.nextLink":"http://${request.headers.host}${url.pathname}?$skip=${to}"`
        : ''
    return json(`{"value":[${rows.join(',')}]${next}}`)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${server.address().port}`
  return {
    host,
    base: `http://${host}/odata/v1/CBS`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(resolve)
      }),
  }
}
