import type { AddressInfo } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

interface Behaviour {
  recipient: (address: string) => number | null
  beforeAccept: () => Promise<void>
  /** Called after accepting, before the answer; false hangs up without one. */
  beforeAnswer: () => Promise<boolean>
}

const kind = (): Behaviour => ({
  recipient: () => null,
  beforeAccept: () => Promise.resolve(),
  beforeAnswer: () => Promise.resolve(true),
})
const refusal = (code: number) =>
  Object.assign(new Error('refused here for gone@voorbeeld.nl'), { responseCode: code })

export async function startMailServer() {
  const inbox: ParsedMail[] = []
  const behaviour = kind()
  const open = new Set<string>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, done) => {
      const code = behaviour.recipient(address)
      done(code === null ? null : refusal(code))
    },
    onData: (stream, session, done) => {
      void simpleParser(stream).then(async (mail) => {
        await behaviour.beforeAccept()
        // The sender is gone and never got an answer, so the mail does not count as accepted.
        if (!open.has(session.id)) return
        inbox.push(mail)
        if (await behaviour.beforeAnswer()) done()
        else for (const connection of server.connections) connection.close()
      })
    },
    onConnect: ({ id }, done) => {
      open.add(id)
      done()
    },
    onClose: ({ id }) => open.delete(id),
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    inbox,
    behaviour,
    reset: () => {
      inbox.length = 0
      Object.assign(behaviour, kind())
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
