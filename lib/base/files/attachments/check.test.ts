import { describe, expect, it } from 'vitest'
import { hostileFiles } from '@/lib/base/testing/documents/hostile'
import { archiveOf, officeOf, openDocumentOf } from '@/lib/base/testing/documents/write-office'
import { pdfOf } from '@/lib/base/testing/documents/write-pdf'
import { checkAttachment, inspectApart } from './check'
import { MAX_ATTACHMENT_BYTES } from './types'

/** What stands in the way of a clock: a busy machine is slow, and that is no fault of the file. */
const patient = { timeMs: 60_000, heapMb: 256, memoryMb: 768, answerBytes: 1_024 }

const file = (name: string) => {
  const found = hostileFiles().find(([title]) => title === name)
  if (!found) throw new Error(name)
  return found[1]()
}

const EXPANDING = 20 * 1_024 * 1_024

describe('a document that can be an attachment', () => {
  it.each([
    ['pdf', pdfOf([{ text: 'Plan' }])],
    ['docx', officeOf('docx')],
    ['xlsx', officeOf('xlsx')],
    ['pptx', officeOf('pptx')],
    ['odt', openDocumentOf('odt')],
    ['ods', openDocumentOf('ods')],
  ] as const)('%s is known by what is in it', async (kind, content) => {
    expect(await inspectApart(content, patient)).toEqual({ kind })
    expect(await checkAttachment({ name: `plan.${kind}`, content }, 'u')).toEqual({ kind })
  })

  it('has a name that agrees', async () => {
    const content = officeOf('xlsx')
    expect(await checkAttachment({ name: 'plan.docx', content }, 'u')).toEqual({
      problem: 'attachmentName',
    })
  })
})

describe('a document that cannot', () => {
  it.each([
    ['nothing at all', file('nothing at all'), 'fileEmpty'],
    ['a program renamed to .docx', file('a program renamed to .docx'), 'attachmentProgram'],
    ['a script', file('a script'), 'attachmentProgram'],
    ['a web page', file('a web page'), 'attachmentUnknown'],
    ['an old Word file', file('an old Word file'), 'attachmentOld'],
    ['a Word file with a password', file('a Word file with a password'), 'attachmentPassword'],
    ['an archive with a password', file('an archive with a password'), 'attachmentPassword'],
    ['a PDF with a password', file('a PDF with a password'), 'attachmentPassword'],
    [
      'an OpenDocument with a password',
      openDocumentOf('odt', { 'META-INF/manifest.xml': '<m><manifest:encryption-data/></m>' }),
      'attachmentPassword',
    ],
    ['half a PDF', file('half a PDF'), 'attachmentBroken'],
    ['half a Word file', file('half a Word file'), 'attachmentBroken'],
    [
      'a Word file whose text is cut off',
      officeOf('docx', { more: { 'word/document.xml': '<main><p>' } }),
      'attachmentBroken',
    ],
    ['a Word file that expands', file('a Word file that expands'), 'attachmentBroken'],
    ['an archive of anything', archiveOf({ 'plan.txt': 'Plan' }), 'attachmentUnknown'],
    [
      'a zip bomb beside the text',
      officeOf('pptx', { more: { 'ppt/media/image1.png': new Uint8Array(EXPANDING) } }),
      'attachmentBomb',
    ],
    [
      'a macro in a Word file',
      officeOf('docx', { more: { 'word/vbaProject.bin': 'x' } }),
      'attachmentMacros',
    ],
    [
      'a Word file that says it has macros',
      officeOf('docx', { type: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
      'attachmentMacros',
    ],
    [
      'a macro sheet of old',
      officeOf('xlsx', { more: { 'xl/macrosheets/sheet1.xml': '<x/>' } }),
      'attachmentMacros',
    ],
    [
      'a macro of LibreOffice',
      openDocumentOf('ods', { 'Basic/Standard/Module1.xml': '<x/>' }),
      'attachmentMacros',
    ],
  ])('%s gets words', async (_name, content, problem) => {
    expect(await inspectApart(content, patient)).toEqual({ problem })
  })

  it('of more than 20 MB is not even handed on', async () => {
    const large = Buffer.alloc(MAX_ATTACHMENT_BYTES + 1)
    expect(await inspectApart(large, patient)).toEqual({ problem: 'file20TooLarge' })
  })

  it('takes no more time, memory or life than it gets', async () => {
    const plain = officeOf('docx')
    expect(await inspectApart(plain, { ...patient, timeMs: 1 })).toEqual({ problem: 'fileSlow' })
    expect(await inspectApart(plain, { ...patient, memoryMb: 1 })).toEqual({ problem: 'fileSlow' })
    expect(await inspectApart(plain, { ...patient, heapMb: 1 })).toEqual({
      problem: 'attachmentBroken',
    })
  })
})
