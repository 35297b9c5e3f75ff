/** Fills `[count]` in text that was translated before its value was known. Once per name. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replace(`[${name}]`, () => String(value)),
    text,
  )
