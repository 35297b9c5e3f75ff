/** Nothing inline without this response's nonce (docs/quality.md, "Headers"). */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  const scripts = `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`
  const styles = development
    ? "style-src 'self' 'unsafe-inline'"
    : `style-src 'self' 'nonce-${nonce}'`
  return [
    "default-src 'self'",
    scripts,
    styles,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** For responses that are no page: nothing in them may run or load. */
export const POLICY_WITHOUT_CONTENT = "default-src 'none'; frame-ancestors 'none'"

export const SECURITY_HEADERS: ReadonlyArray<readonly [string, string]> = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
]

export const TRANSPORT_SECURITY = 'max-age=31536000; includeSubDomains'
