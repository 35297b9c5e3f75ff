/**
 * What became of a request inside Next, told to the proxy in front of it (server/). Next answers 500
 * to whatever goes wrong; the proxy needs to know whether the database was away (503), the request
 * itself could not be read (400), or the fault is ours (500). Both run in one process but are bundled
 * apart, so they meet on globalThis, under the id that the proxy gave the request.
 */
export const REQUEST_ID = 'x-request-id'

export interface RequestOutcome {
  /** What was thrown while answering; a database that is away explains whatever else went wrong. */
  thrown: 'nothing' | 'unavailable' | 'fault'
  /** Whether the body of a server action of ours began. Before that, only the request can be wrong. */
  actionStarted: boolean
}

const KEY = Symbol.for('praktijkbank.request-outcomes')
const holder = globalThis as { [KEY]?: Map<string, RequestOutcome> }
const open = (holder[KEY] ??= new Map<string, RequestOutcome>())

/** Begins to follow a request; whoever calls this calls `closeRequest` when it has been answered. */
export function openRequest(id: string): RequestOutcome {
  const outcome: RequestOutcome = { thrown: 'nothing', actionStarted: false }
  open.set(id, outcome)
  return outcome
}

/** How many requests are being followed; none when nothing is answered. */
export const followedRequests = (): number => open.size

export function closeRequest(id: string): void {
  open.delete(id)
}

/** Says that answering a request threw; a request that nobody follows is passed over. */
export function noteThrown(id: string | null | undefined, unavailable: boolean): void {
  const outcome = open.get(id ?? '')
  if (outcome && outcome.thrown !== 'unavailable')
    outcome.thrown = unavailable ? 'unavailable' : 'fault'
}

export function noteActionStarted(id: string | null | undefined): void {
  const outcome = open.get(id ?? '')
  if (outcome) outcome.actionStarted = true
}
