import { describe, expect, it } from 'vitest'
import { checkFile, fileKind, MAX_FILE_BYTES } from './file-type'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const PDF = bytes('%PDF-1.7\n1 0 obj\n')
const PNG = bytes('\u0089PNG\r\n\u001a\nIHDR')
const JPG = bytes('\u00ff\u00d8\u00ff\u00e0JFIF')
const XLSX = bytes('PK\u0003\u0004 [Content_Types].xml xl/workbook.xml')
const CSV = bytes('naam;aantal\r\ncaf\u00e9;12\r\n')

describe('fileKind', () => {
  it.each([
    ['pdf', PDF],
    ['png', PNG],
    ['jpg', JPG],
    ['xlsx', XLSX],
    ['csv', CSV],
  ] as const)('knows a %s', (kind, content) => {
    expect(fileKind(content)).toBe(kind)
  })

  it.each([
    ['a zip that is no workbook', bytes('PK\u0003\u0004 word/document.xml')],
    ['a workbook with macros', bytes('PK\u0003\u0004 xl/workbook.xml xl/vbaProject.bin')],
    ['a web page with commas', bytes('<html><script>a(1,2)</script>')],
    ['a program', bytes('MZ\u0090\u0000')],
    ['a shell script', bytes('#!/bin/sh; rm')],
    ['text without columns', bytes('zomaar een regel')],
    ['text with a zero byte', bytes('a;b\u0000')],
    ['a picture that is drawn by markup', bytes('<svg onload="a(1,2)">')],
  ])('refuses %s', (_words, content) => {
    expect(fileKind(content)).toBeNull()
  })
})

describe('checkFile', () => {
  it.each([
    ['rapport.PDF', PDF, { kind: 'pdf' }],
    ['foto.jpeg', JPG, { kind: 'jpg' }],
    ['../../etc/telling.csv', CSV, { kind: 'csv' }],
    ['rapport.pdf', CSV, { fault: 'fileMismatch' }],
    ['telling.csv', PDF, { fault: 'fileMismatch' }],
    ['rapport.pdf', bytes('<html>'), { fault: 'fileMismatch' }],
    ['rapport.exe', PDF, { fault: 'fileUnknown' }],
    ['rapport', PDF, { fault: 'fileUnknown' }],
    ['rapport.constructor', PDF, { fault: 'fileUnknown' }],
    ['leeg.pdf', new Uint8Array(), { fault: 'fileEmpty' }],
  ])('judges %s', (name, content, expected) => {
    expect(checkFile(name, content)).toEqual(expected)
  })

  it('takes the largest file and refuses one byte more', () => {
    const largest = new Uint8Array(MAX_FILE_BYTES).fill(0x20)
    largest.set(PDF)
    expect(checkFile('groot.pdf', largest)).toEqual({ kind: 'pdf' })
    const over = new Uint8Array(MAX_FILE_BYTES + 1)
    over.set(PDF)
    expect(checkFile('groot.pdf', over)).toEqual({ fault: 'fileTooLarge' })
  })
})
