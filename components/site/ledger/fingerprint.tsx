/** In groups of eight, which may break anywhere; copied it has no spaces. */
export function Fingerprint({ hash }: { hash: string }) {
  const groups = hash.match(/.{1,8}/g) ?? []
  return (
    <code className="text-sm break-words">
      {groups.map((group, index) => (
        <span key={index}>
          {index > 0 ? <wbr /> : null}
          {group}
        </span>
      ))}
    </code>
  )
}
