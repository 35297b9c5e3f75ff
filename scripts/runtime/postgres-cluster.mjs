import { execFileSync } from 'node:child_process'
import { chownSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from './console.mjs'
import { ownedFolder } from './postgres-binaries.mjs'

export function initialise({ native, data, account, password }) {
  ownedFolder(data, account)
  const passwordFile = join(data, '..', `.pw-${process.pid}`)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  try {
    if (account) chownSync(passwordFile, account.uid, account.gid)
    const args = [
      '--pgdata',
      data,
      '--username',
      'postgres',
      '--auth',
      'scram-sha-256',
      '--pwfile',
      passwordFile,
      '--encoding',
      'UTF8',
      '--locale',
      'C',
    ]
    execFileSync(join(native, 'bin', 'initdb'), args, {
      stdio: 'pipe',
      cwd: data,
      env: { ...process.env, LC_ALL: 'C' },
      ...(account ?? {}),
    })
  } catch (error) {
    rmSync(data, { recursive: true, force: true })
    const text = `${error.stderr ?? ''}${error.message}`
    if (/No space left/i.test(text))
      throw new Problem('De schijf is vol.', 'Maak minstens 1 GB vrij en start opnieuw.', error)
    throw new Problem(
      'De ingebouwde database is niet aan te maken.',
      'Met DEBUG=1 ziet u waarom. U kunt ook een eigen PostgreSQL gebruiken: zet DATABASE_URL.',
      error,
    )
  } finally {
    rmSync(passwordFile, { force: true })
  }
}
