import { PrismaPg } from '@prisma/adapter-pg'

type Connected = Awaited<ReturnType<PrismaPg['connect']>>
type Started = Awaited<ReturnType<Connected['startTransaction']>>

function inTurn(transaction: Started): Started {
  let last: Promise<unknown> = Promise.resolve()
  const next = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
  const [query, execute] = [
    transaction.queryRaw.bind(transaction),
    transaction.executeRaw.bind(transaction),
  ]
  transaction.queryRaw = (params) => next(() => query(params))
  transaction.executeRaw = (params) => next(() => execute(params))
  return transaction
}

/** A transaction has one connection, and the driver's own queueing is deprecated. */
export class SerialPg extends PrismaPg {
  override async connect(): Promise<Connected> {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (level) => inTurn(await start(level))
    return adapter
  }
}
