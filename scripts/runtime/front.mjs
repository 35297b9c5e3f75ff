// The small front before Next: it keeps the pages of visitors without an account (docs/adr/0019) and sends whole pages where Next would send an empty one (docs/adr/0022).
import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { cutPage, fillPage } from './kept-pages.mjs'

const agent = new Agent({ keepAlive: true })

/** What a page may depend on, apart from its address. Nothing else of the visitor reaches the making of a page that is kept. */
const KNOWN_HEADERS = ['host', 'cookie', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port']
const THEME_ONLY = /^theme=(?:light|dark)$/
/** Part of a navigation inside the browser or of an action: Next answers these in a form of its own. */
const INSIDE_BROWSER = ['rsc', 'next-router-state-tree', 'next-action']
/** What a reader's own store or programme asks for is made for that one request. */
const OWN_MAKING = ['range', 'authorization', 'if-none-match', 'if-modified-since']
/** What a reader tells of the page that was asked for, and of how it may be packed; it says nothing of the page that comes instead. */
const OF_ANOTHER_PAGE = new Set(['accept-encoding', 'range', 'if-none-match', 'if-modified-since'])
const TWINS = new Set(['link'])
const OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade'])
/** Where answers are read by everyone alike; the rest of the API and the files of the build are not asked for here. */
const PAGE_PATH = /^\/(?!api\/|_next\/)/
const KEPT_PATH = /^\/(?!api\/|_next\/)|^\/api\/v1\//
const OPEN_DATA = /^application\/(?:\w+\+)?json/
const ENGLISH = /^\/en(?:[/?]|$)/

/** The pages that say what is wrong, by language. They are no addresses of their own. */
const NOT_FOUND = { nl: '/niet-gevonden', en: '/en/not-found' }
const FAULT = { nl: '/storing', en: '/en/fault' }
const NO_ADDRESS = new Set([NOT_FOUND, FAULT].flatMap((paths) => Object.values(paths)))

const lacks = (headers, names) => names.every((name) => headers[name] === undefined)
const isReading = ({ method, url, headers }) => (method === 'GET' || method === 'HEAD') && KEPT_PATH.test(url) && lacks(headers, INSIDE_BROWSER)
const isForEveryone = ({ url, headers }) => url.length < 500 && (headers.cookie === undefined || THEME_ONLY.test(headers.cookie)) && lacks(headers, OWN_MAKING)
const languageOf = (url) => (ENGLISH.test(url) ? 'en' : 'nl')
const without = (headers, names) => Object.fromEntries(Object.entries(headers).filter(([name]) => !names.has(name)))

async function textOf(response) {
  const chunks = []
  for await (const chunk of response) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** The answer as a page to keep; null when it is something else: another status, a cookie, a file. */
async function pageOf(response) {
  const nonce = /'nonce-([^']+)'/.exec(response.headers['content-security-policy'] ?? '')?.[1]
  const type = response.headers['content-type'] ?? ''
  if (response.statusCode !== 200 || response.headers['set-cookie'] || !(nonce ? type.startsWith('text/html') : OPEN_DATA.test(type))) return null
  const own = without(response.headers, new Set([...OF_THE_CONNECTION, 'content-length', 'date']))
  const vary = [...new Set([...(own.vary ?? '').toLowerCase().split(/, */), 'accept-encoding'])].filter(Boolean).join(', ')
  return cutPage({ headers: { ...own, vary }, body: await textOf(response), nonce })
}

const failedPage = ({ statusCode, headers }) => (statusCode === 404 || statusCode >= 500) && (headers['content-type'] ?? '').startsWith('text/html')

function sendPage(page, incoming, outgoing, status = 200, extra = {}) {
  const { headers, body } = fillPage(page, randomBytes(16).toString('base64'), /\bgzip\b/.test(incoming.headers['accept-encoding'] ?? ''))
  // What stands in place of a page has no twin in another language.
  outgoing.writeHead(status, { ...(status === 200 ? headers : without(headers, TWINS)), ...extra, 'content-length': body.length }).end(incoming.method === 'HEAD' ? undefined : body)
}

/** Answers reading requests out of what is kept, and else through Next, which listens at `port` of this machine only. */
export class Front {
  #faults = {}

  constructor({ port, kept }) {
    Object.assign(this, { port, kept })
  }

  /** Makes the pages that say that something is wrong, while everything still works. */
  async prepare() {
    for (const [language, path] of Object.entries(FAULT)) this.#faults[language] = await pageOf(await this.#ask(path))
  }

  /** Whether this request is answered here; what writes, and what moves inside the browser, goes to Next as it is. */
  takes(incoming) {
    return isReading(incoming) && (PAGE_PATH.test(incoming.url) || isForEveryone(incoming))
  }

  answer(incoming, outgoing) {
    if (NO_ADDRESS.has(incoming.url.split('?')[0])) return this.#sendInstead(404, incoming, outgoing, this.#headersOf(incoming))
    return isForEveryone(incoming) ? this.#answerEveryone(incoming, outgoing) : this.#answerOne(incoming, outgoing)
  }

  #ask(path, headers = {}) {
    return new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port: this.port, path, headers, agent }, resolve).once('error', reject).end()
    })
  }

  #headersOf(incoming) {
    if (!isForEveryone(incoming)) return { 'x-forwarded-for': incoming.socket.remoteAddress, ...without(incoming.headers, OF_THE_CONNECTION) }
    return Object.fromEntries(KNOWN_HEADERS.flatMap((name) => (incoming.headers[name] === undefined ? [] : [[name, incoming.headers[name]]])))
  }

  async #answerEveryone(incoming, outgoing) {
    const headers = this.#headersOf(incoming)
    let passing = null
    const page = await this.kept.get(JSON.stringify([incoming.url, headers]), async () => {
      const response = await this.#ask(incoming.url, headers)
      const made = await pageOf(response)
      if (!made) passing = this.#passOn(response, incoming, outgoing, headers)
      return made
    })
    if (passing) return passing
    // Who waited for something that turned out not to be kept, asks for it alone.
    return page ? sendPage(page, incoming, outgoing) : this.#answerOne(incoming, outgoing)
  }

  async #answerOne(incoming, outgoing) {
    const headers = this.#headersOf(incoming)
    return this.#passOn(await this.#ask(incoming.url, headers), incoming, outgoing, headers)
  }

  async #passOn(response, incoming, outgoing, headers) {
    if (failedPage(response) && (await this.#sendInstead(response.statusCode, incoming, outgoing, headers))) return void response.resume()
    outgoing.writeHead(response.statusCode, without(response.headers, OF_THE_CONNECTION))
    if (incoming.method !== 'HEAD') return pipeline(response, outgoing)
    response.destroy()
    outgoing.end()
  }

  /**
   * Next sends a page that failed as an empty one, for scripts to fill. Whoever reads without scripts gets the page that says what is wrong, in the
   * language of the address: it does not exist (404), the database is away (503) or a fault of ours (500). False when that page cannot be made either.
   */
  async #sendInstead(statusCode, incoming, outgoing, headers) {
    const language = languageOf(incoming.url)
    if (statusCode === 404) {
      const make = async () => pageOf(await this.#ask(NOT_FOUND[language], without(headers, OF_ANOTHER_PAGE)))
      const page = await (isForEveryone(incoming) ? this.kept.get(JSON.stringify([NOT_FOUND[language], headers]), make) : make())
      if (page) sendPage(page, incoming, outgoing, 404)
      return page !== null
    }
    const page = this.#faults[language]
    if (!page) return false
    const health = await this.#ask('/api/health')
    health.resume()
    const away = health.statusCode === 503
    sendPage(page, incoming, outgoing, away ? 503 : 500, away ? { 'retry-after': '30' } : {})
    return true
  }
}
