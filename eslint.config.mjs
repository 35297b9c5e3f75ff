import next from '@next/eslint-plugin-next'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'
import { AREAS, higherAreas, PLUMBING } from './scripts/runtime/areas.mjs'

/** Import rules say where code belongs; the rooms are described in docs/architecture.md. */
const zone = (files, groups, ignores = []) => ({
  files,
  ignores: ['**/*.test.ts', '**/*.test.tsx', ...ignores],
  rules: { 'no-restricted-imports': ['error', { patterns: groups }] },
})
const prisma = {
  group: ['@/generated/prisma/client', '@/lib/base/db/db', 'pg', '@prisma/*'],
  message: 'The database is read in data.ts and written in mutations.ts.',
  allowTypeImports: true,
}
const reads = {
  group: ['**/data', '**/*.data'],
  message: 'Pages and components read through loaders.ts.',
  allowTypeImports: true,
}
const writes = {
  group: ['**/mutations', '**/*.mutations'],
  message: 'Writes go through actions.ts.',
}
const session = {
  group: ['next/headers', '**/session'],
  message: 'Arguments come in explicitly; the session belongs to loaders.ts and actions.ts.',
}
const react = {
  group: ['react', 'react-dom', 'next', 'next/*'],
  message: 'This file is shared with the server and tests; keep it free of React and Next.',
}
const AREA_NOUNS = ['amounts', 'audit', 'inference', 'regions', 'settings', 'taxonomy', 'words']
const upward = (area) => {
  const group = higherAreas(area).flatMap((name) => [`@/lib/${name}/**`, `@/components/${name}/**`])
  return group.length === 0
    ? []
    : [{ group, message: `The area ${area} does not import this area; see docs/architecture.md.` }]
}
const components = {
  group: ['@/components/**'],
  message: 'The rules and data of an area know nothing of its screens.',
}
const plainNavigation = {
  group: ['next/link'],
  message: "Use Link from '@/i18n/navigation', which knows both languages.",
}

const areaZones = (area) => {
  const role = (...names) => names.map((name) => `lib/${area}/*/{,*.}${name}.ts`)
  const common = [...upward(area), components]
  return [
    zone(role('rules', 'policy', 'types', 'schema'), [
      prisma,
      reads,
      writes,
      session,
      react,
      ...common,
    ]),
    zone(role('data', 'mutations'), [session, ...common]),
    zone(role('actions'), [prisma, plainNavigation, ...common]),
    zone(role('loaders'), [prisma, writes, ...common]),
    zone(
      [`components/${area}/**/*.{ts,tsx}`],
      [prisma, reads, writes, plainNavigation, ...upward(area)],
    ),
  ]
}

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.next*/',
      'generated/',
      '.runtime/',
      '.data/',
      '.cache/',
      'next-env.d.ts',
      'coverage/',
      'playwright-report/',
      'test-results/',
    ],
  },
  ...tseslint.configs.strictTypeChecked.map((config) => ({
    ...config,
    files: ['**/*.ts', '**/*.tsx'],
  })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Read the environment through lib/base/runtime/env.ts.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='style']",
          message: 'The content policy forbids style attributes; use a class.',
        },
        ...[
          'JSXText[value=/^\\s*[:;,.]/]',
          'JSXExpressionContainer > TemplateLiteral[quasis.0.value.raw=/^[:;,.]/]',
        ].map((text) => ({
          selector: `JSXElement[openingElement.attributes.0.value.value=/\\bsr-only\\b/] > ${text}`,
          message:
            'Browsers put a space before hidden text, so a name reads "Compare : title"; use aria-label.',
        })),
      ],
    },
  },
  {
    files: ['app/**/*.tsx', 'components/**/*.tsx'],
    plugins: { 'jsx-a11y': jsxA11y, 'react-hooks': reactHooks, '@next/next': next },
    rules: {
      ...jsxA11y.flatConfigs.strict.rules,
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region'] }],
      ...reactHooks.configs.recommended.rules,
      ...next.configs.recommended.rules,
      ...next.configs['core-web-vitals'].rules,
    },
  },
  {
    // Such a pattern takes quadratic time, and much of what is matched comes from visitors.
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs'],
    ignores: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**', 'bench/**'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-move': 'error',
      'regexp/no-super-linear-backtracking': 'error',
    },
  },
  {
    // Split by meaning: see docs/adr/0031-areas.md.
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs'],
    rules: {
      complexity: ['error', 15],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 60],
    },
  },
  {
    // The callback of describe() is a group of tests, not a function.
    files: ['**/*.test.ts', '**/*.test.tsx', '**/*.test.mjs', 'e2e/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  ...AREAS.flatMap(areaZones),
  zone(
    PLUMBING.map((folder) => `lib/base/${folder}/**/*.ts`),
    [
      {
        group: AREA_NOUNS.map((noun) => `@/lib/base/${noun}/**`),
        message: 'Plumbing knows no noun of the domain.',
      },
      ...upward('base'),
    ],
  ),
  zone(['app/[[]locale[]]/**/*.{ts,tsx}'], [prisma, reads, writes, plainNavigation]),
  zone(
    ['app/api/**/*.ts'],
    [
      {
        group: ['**/loaders', '**/*.loaders'],
        message: 'Loaders redirect; route handlers use data, mutations, schema and policy.',
      },
    ],
  ),
  {
    files: [
      'lib/base/runtime/env.ts',
      'server/settings.ts',
      'proxy.ts',
      'instrumentation.ts',
      'scripts/**',
      'prisma/**',
      'bench/**',
      'e2e/**',
      '*.config.*',
      'lib/base/testing/**',
    ],
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
  {
    // The successor, next/root-params, works neither in server actions nor in route handlers.
    files: ['i18n/request.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    // Marked as deprecated to make it stand out: http is for a provider on this machine alone.
    files: ['lib/people/identities/provider.data.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-assertions': 'off',
      'no-restricted-properties': 'off',
    },
  },
)
