const startsWith = (file: Buffer, ...bytes: number[]) =>
  bytes.every((byte, at) => file[at] === byte)

/** UTF-8, UTF-16 with a byte order mark, else Windows-1252. */
export function decodeText(file: Buffer): string {
  if (startsWith(file, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(file)
  if (startsWith(file, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return new TextDecoder('windows-1252').decode(file)
  }
}
