/**
 * A sentence with its places filled: `[count]` becomes the value of `count`. For sentences that the
 * server translates before all values are known. Fills the first place of each name.
 */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replace(`[${name}]`, () => String(value)),
    text,
  )
