import { describe, expect, it } from 'vitest'
import { readTypedForm, typedForm } from './typed-form.ts'

const MULTIPART = 'multipart/form-data; boundary=xyz'
const part = (name: string, value: string, file = '') =>
  `--xyz\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`
const body = (...parts: string[]) => Buffer.from(`${parts.join('')}--xyz--\r\n`)

describe('a form that was sent in vain', () => {
  it('comes back with its text, as text, and with what is needed to send it again', async () => {
    const form = await readTypedForm(
      body(
        part('$ACTION_1:0', '{"id":"a"}'),
        part('region', 'twente'),
        part('text', 'Een <b>zin</b> & "meer"\r\nen een regel'),
      ),
      MULTIPART,
      true,
    )
    const html = typedForm(form, 'nl')
    expect(html).toContain(
      'Een &#60;b&#62;zin&#60;/b&#62; &#38; &#34;meer&#34;\r\nen een regel</textarea>',
    )
    expect(html).toContain('<input type="hidden" name="region" value="twente">')
    expect(html).toContain('name="$ACTION_1:0"')
    expect(html).toContain('Verstuur opnieuw')
    expect(html.match(/<textarea/g)).toHaveLength(1)
    expect(typedForm({ ...form, canRepeat: false }, 'en')).not.toContain('<button')
  })

  it('never repeats a password, nor the form around it', async () => {
    const form = await readTypedForm(
      body(
        part('email', 'a@b.nl'),
        part('password', 'vier woorden met spaties'),
        part('note', 'een lange tekst'),
      ),
      MULTIPART,
      true,
    )
    expect(typedForm(form, 'nl')).toBe('')
  })

  it('comes back whole after the session ended, also without long text', async () => {
    const read = (...parts: string[]) => readTypedForm(body(...parts), MULTIPART, true)
    const short = { ...(await read(part('email', 'a@b.nl'))), isKept: true }
    expect(typedForm(short, 'nl')).toContain('name="email" value="a@b.nl"')
    expect(typedForm(short, 'nl')).toContain('Verstuur opnieuw')
    const secret = { ...(await read(part('password', 'geheim'))), isKept: true }
    expect(typedForm(secret, 'nl')).toBe('')
  })

  it('asks for a file again, and says nothing when nothing was typed', async () => {
    const withFile = await readTypedForm(
      body(part('text', 'een zin'), part('file', 'abc', '; filename="a.csv"')),
      MULTIPART,
      true,
    )
    expect(typedForm(withFile, 'nl')).toContain('Kies uw bestand')
    expect(typedForm(await readTypedForm(body(part('key', 'abc')), MULTIPART, true), 'nl')).toBe('')
    expect(typedForm(await readTypedForm(Buffer.from('garbage'), MULTIPART, true), 'nl')).toBe('')
  })
})
