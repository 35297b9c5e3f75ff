import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin({
  requestConfig: './i18n/request.ts',
  experimental: {
    // Messages are parsed while building, so that no browser or request carries the parser.
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
  // A title arrives with its page and is never missing while parts stream in (WCAG 2.4.2).
  htmlLimitedBots: /.*/,
  // API Design Rules: an API path with a trailing slash is a 404, no redirect; see proxy.ts.
  skipTrailingSlashRedirect: true,
  // What is cached of the database goes when the database notifies a change (docs/adr/0024).
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
    // The largest of server/body-rules.ts, which decides per page.
    serverActions: { bodySizeLimit: '22mb' },
    // Next hands at most this much on past proxy.ts and cuts the rest off without a word; our own
    // limits are in server/body-rules.ts, and none is larger.
    proxyClientMaxBodySize: '22mb',
  },
  typescript: {
    // The test command checks types in a step of its own.
    ignoreBuildErrors: true,
  },
}

export default withNextIntl(config)
