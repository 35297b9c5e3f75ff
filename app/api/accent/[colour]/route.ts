import { accentCss } from '@/lib/base/settings/rules'

/**
 * The style sheet of an accent, made of the colour in its address, so that it never changes. A file
 * and not a style element: after a save the page has another nonce than what is sent for it.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ colour: string }> },
): Promise<Response> {
  const { colour } = await params
  if (!/^[0-9a-f]{6}$/.test(colour)) return new Response(null, { status: 404 })
  return new Response(accentCss(`#${colour}`), {
    headers: {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    },
  })
}
