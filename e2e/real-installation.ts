import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Browser, Page } from '@playwright/test'
import { Client } from 'pg'
import { startMailServer } from '../lib/base/testing/mail-server'
import { freePort, startApplication } from './application'
import { expect, send } from './fixtures'

const run = async (sql: string, url = process.env.E2E_DATABASE_URL ?? '') => {
  const client = new Client({ connectionString: url })
  await client.connect()
  return client
    .query<Record<string, string>>(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

async function runScript(
  script: string,
  parameters: readonly string[],
  environment: Record<string, string>,
  typed = '',
): Promise<void> {
  const child = spawn(process.execPath, ['node_modules/tsx/dist/cli.mjs', script, ...parameters], {
    env: { ...process.env, ...environment, NODE_OPTIONS: '--conditions=react-server' },
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  child.stdin.end(typed)
  const [code] = (await once(child, 'exit')) as [number]
  expect(code, script).toBe(0)
}

/**
 * An installation as it is on its first day: reference data, no example data, a mail server, and an
 * administrator made by the command for that.
 */
export async function startRealInstallation(
  name: string,
  administrator: { email: string; name: string; password: string },
) {
  await run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await run(`CREATE DATABASE ${name} TEMPLATE praktijkbank_template`)
  const url = new URL(process.env.E2E_DATABASE_URL ?? '')
  url.pathname = `/${name}`
  const environment = { DATABASE_URL: url.href, DEMO_DATA: '0' }
  await runScript('prisma/seed/main.ts', [], environment)
  await runScript(
    'scripts/admin-create.ts',
    ['--email', administrator.email, '--name', administrator.name, '--password-stdin'],
    environment,
    `${administrator.password}\n`,
  )
  const mailServer = await startMailServer()
  const port = await freePort()
  const address = `http://localhost:${String(port)}`
  const application = await startApplication(port, url.href, false, {
    SMTP_URL: mailServer.url,
    MAIL_FROM: 'Praktijkbank <post@praktijkbank.test>',
  })
  return {
    address,
    inbox: mailServer.inbox,
    query: (sql: string) => run(sql, url.href),
    open: async (browser: Browser, width = 1280): Promise<Page> =>
      (await browser.newContext({ baseURL: address, viewport: { width, height: 900 } })).newPage(),
    stop: async () => {
      await application.kill()
      await mailServer.stop()
      await run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
  }
}

export type RealInstallation = Awaited<ReturnType<typeof startRealInstallation>>

/** Lets the application send what waits. */
export async function sendMail(administrator: Page): Promise<void> {
  await administrator.goto('/werkplek/beheer/taken')
  await send(administrator, 'Post versturen: nu doen')
}

/** The link in the newest mail to an address with this subject. */
export async function linkFor(
  { inbox, address }: RealInstallation,
  email: string,
  subject: RegExp,
): Promise<string> {
  const found = () =>
    inbox.findLast(
      (mail) => subject.test(mail.subject ?? '') && JSON.stringify(mail.to).includes(email),
    )
  await expect
    .poll(() => found()?.subject ?? `no such mail to ${email}`, { timeout: 60_000 })
    .toMatch(subject)
  return new RegExp(`Ga ernaartoe:\\s+(${address}\\S+)`).exec(found()?.text ?? '')?.[1] ?? ''
}
