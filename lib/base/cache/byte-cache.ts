interface Entry {
  file: Buffer
  until: number
}

/**
 * Files that are costly to make, kept in this process for a short time and within a bound of bytes. What was used longest ago goes first; a
 * file larger than the bound is not kept.
 */
export function createByteCache({
  maxBytes,
  maxAgeMs,
  now = Date.now,
}: {
  maxBytes: number
  maxAgeMs: number
  now?: () => number
}) {
  const entries = new Map<string, Entry>()
  let bytes = 0

  function drop(key: string): void {
    bytes -= entries.get(key)?.file.byteLength ?? 0
    entries.delete(key)
  }

  return {
    get(key: string): Buffer | null {
      const entry = entries.get(key)
      if (!entry) return null
      drop(key)
      if (entry.until <= now()) return null
      entries.set(key, entry)
      bytes += entry.file.byteLength
      return entry.file
    },
    set(key: string, file: Buffer): void {
      drop(key)
      if (file.byteLength > maxBytes) return
      entries.set(key, { file, until: now() + maxAgeMs })
      bytes += file.byteLength
      for (const oldest of entries.keys()) if (bytes > maxBytes) drop(oldest)
    },
  }
}
