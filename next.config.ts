import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin({
  requestConfig: './i18n/request.ts',
  experimental: {
    // Texts are read as ICU while building, so that neither the browser nor a request carries the parser.
    messages: {
      path: ['./messages/nl', './messages/en'],
      format: 'json',
      locales: 'infer',
      precompile: true,
    },
  },
})

const config: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactStrictMode: true,
  // Native modules are loaded by Node, not bundled.
  serverExternalPackages: ['@node-rs/argon2', 'pino', 'pg', 'pg-boss', 'nodemailer', 'sharp'],
  // The title of a page comes with the page, also when going on to the next one: it is never missing while its parts arrive (WCAG 2.4.2).
  htmlLimitedBots: /.*/,
  // A trailing slash on an API path is a 404 by the API Design Rules, not a redirect; proxy.ts decides.
  skipTrailingSlashRedirect: true,
  // What is remembered of the database lives with the process and goes when the database tells of a change (docs/adr/0024).
  cacheHandler: fileURLToPath(new URL('server/data-cache.ts', import.meta.url)),
  cacheMaxMemorySize: 0,
  // Mails that were sent before these pages got another name still lead here.
  redirects: () =>
    Promise.resolve([
      {
        source: '/werkplek/maatregelen/:id/:year/lezing',
        destination: '/werkplek/maatregelen/:id/:year/reactie',
        permanent: true,
      },
      {
        source: '/en/workspace/measures/:id/:year/reading',
        destination: '/en/workspace/measures/:id/:year/reaction',
        permanent: true,
      },
    ]),
  experimental: {
    // A source file is at most 5 MB (lib/base/files/file-type.ts); what is a little larger still reaches the form and is told so.
    serverActions: { bodySizeLimit: '9mb' },
  },
  typescript: {
    // Types are a step of their own in the test command; the build does not check them a second time.
    ignoreBuildErrors: true,
  },
}

export default withNextIntl(config)
