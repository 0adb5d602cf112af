import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const nodeGlobals = {
  Buffer: 'readonly',
  console: 'readonly',
  fetch: 'readonly',
  module: 'writable',
  performance: 'readonly',
  process: 'readonly',
  require: 'readonly',
};

const browserGlobals = Object.fromEntries(
  `addEventListener Blob document fetch FormData matchMedia navigator print URL URLSearchParams`
    .split(' ')
    .map((name) => [name, 'readonly']),
);

export default defineConfig([
  globalIgnores(['docs/openapi.d.ts', 'dist/', 'coverage/', 'node_modules/', '.data/']),
  js.configs.recommended,
  {
    // A rule that does not fit is changed here, where everybody sees it, not where it hurts.
    linterOptions: { noInlineConfig: true },
    rules: {
      eqeqeq: 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme'], location: 'anywhere' }],
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    ignores: ['src/portal/client/*'],
    languageOptions: { globals: nodeGlobals },
  },
  { files: ['src/portal/client/*.js'], languageOptions: { sourceType: 'script', globals: browserGlobals } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Implementing an asynchronous interface without waiting for anything is no fault.
      '@typescript-eslint/require-await': 'off',
      // A leading underscore says that a value is left aside on purpose.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_$', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/platform/settings.ts', 'src/cli/**', 'src/main.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Only src/platform/settings.ts reads the environment.',
        },
      ],
    },
  },
  {
    // The demonstration takes its cast apart: functions in objects, none of which has a "this".
    files: ['src/cli/**/*.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  {
    // Tests look into answers whose shape is what they test.
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  prettier,
]);
