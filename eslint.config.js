import { defineConfig } from 'eslint/config';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import prettier from 'eslint-config-prettier';
import globals from 'globals';
import ts from 'typescript-eslint';

/**
 * Imports point one way: dossier ← view ← map, article, projects, share ← the app at the top.
 * Those four, `about`, `settings` and `offline` don't know each other; `i18n` and `ui` serve all.
 */
const FOLDERS = [
  'dossier',
  'view',
  'map',
  'article',
  'projects',
  'share',
  'about',
  'settings',
  'offline',
  'i18n',
  'ui',
];
const SERVE_ALL = ['i18n', 'ui'];
const MAY_IMPORT = {
  dossier: [],
  ui: [],
  i18n: ['dossier', 'view'],
  view: ['dossier'],
  map: ['dossier', 'view', ...SERVE_ALL],
  article: ['dossier', 'view', ...SERVE_ALL],
  projects: ['dossier', 'view', ...SERVE_ALL],
  share: ['dossier', 'view', ...SERVE_ALL],
  about: ['dossier', 'view', ...SERVE_ALL],
  settings: ['dossier', 'view', ...SERVE_ALL],
  offline: ['dossier', ...SERVE_ALL],
  app: FOLDERS,
};

/** What only the map may know; the rest is tested without it. */
const MAP_ENGINE = {
  group: ['maplibre-gl', 'maplibre-gl/*'],
  message: 'Only src/map knows MapLibre.',
};

export default defineConfig(
  { ignores: ['dist', 'node_modules', 'geodata/build', 'test-results', '.cache'] },
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', 'src/public/early.js'] },
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // Components come to this linter without their types; svelte-check judges those.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      // State that is replaced whole needs no reactive collections.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['src/**'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.svelte'] } },
      'boundaries/elements': [
        ...FOLDERS.map((type) => ({ type, pattern: `src/${type}` })),
        // Whatever lies in none of those: the page itself.
        { type: 'app', pattern: 'src' },
      ],
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message:
            'src/{{from.element.types}} may not import src/{{to.element.types}}: imports point one way.',
          policies: Object.entries(MAY_IMPORT).map(([type, allowed]) => ({
            from: { element: { type } },
            allow: [type, ...allowed].map((other) => ({ to: { element: { type: other } } })),
          })),
        },
      ],
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/map/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [MAP_ENGINE] }] },
  },
  {
    files: ['src/dossier/**', 'src/view/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'location', 'history', 'navigator', 'fetch'].map((name) => ({
          name,
          message: 'dossier/ and view/ know nothing of the DOM.',
        })),
      ],
    },
  },
  {
    files: ['tests/**'],
    rules: {
      // Matchers such as expect.any() are typed so.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // Stand-ins for asynchronous functions need not wait for anything.
      '@typescript-eslint/require-await': 'off',
    },
  },
);
