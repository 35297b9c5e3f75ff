import { SaxesParser } from 'saxes'

export function xmlFault(document: string): string | null {
  let fault: string | null = null
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', ({ message }) => {
    fault ??= message
  })
  parser.write(document).close()
  return fault
}
