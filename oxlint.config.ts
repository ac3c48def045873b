import { defineConfig } from 'oxlint';
import type { OxlintOverride } from 'oxlint';

type Pattern = { group: string[]; message: string; allowTypeImports?: boolean };
const keepOut = (group: string[], message: string): Pattern => ({ group, message });
const imports = (...patterns: Pattern[]): NonNullable<OxlintOverride['rules']> => ({
  'eslint/no-restricted-imports': ['error', { patterns }],
});

/* The borders. A folder may import what is not listed for it; `npm run check` fails on the rest. */
const electron = keepOut(['electron', 'electron/*'], 'electron is for main/ and preload/index.ts.');
const axios = keepOut(['axios', 'axios/*'], 'axios stays in main/portal/.');
const keytar = keepOut(['keytar'], 'keytar stays in main/keychain/.');
const cryptography = keepOut(['node-forge', '@noble/**'], 'PKCS#12 cryptography: main/pkcs12/.');
const server = keepOut(['hono', 'hono/**', '@hono/**'], 'The server stays in main/demo-portal/.');
const react = keepOut(['react', 'react-*', 'react-*/**', 'zustand'], 'React is for the page.');
const main = keepOut(['**/main/**'], 'The page calls main through the contract.');
const page = keepOut(['**/renderer/**'], 'Main does not know the page.');
const tests = keepOut(['**/test/**', '**/shared/**'], 'The product stands without its tests.');
const preload = keepOut(['**/preload/index*'], 'Only contract and channels are shared.');
const contract = {
  ...keepOut(
    ['**/preload/**', '!**/preload/contract/shortcuts.ts'],
    'The page takes only types from the contract; zod stays out of it.',
  ),
  allowTypeImports: true,
};

const inMain = [page, tests, preload, react];
const inPage = [main, tests, contract, electron, axios, keytar, cryptography, server];
const features = [
  'session',
  'devices',
  'certificates',
  'inspect',
  'account',
  'activity',
  'registration',
  'settings',
];
const foldersBut = (own?: string): string[] =>
  features.filter((feature) => feature !== own).map((feature) => `**/${feature}/**`);

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y', 'promise', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  env: { builtin: true },
  ignorePatterns: ['out/**', 'dist/**'],
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/no-unsafe-type-assertion': 'error',
    'typescript/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true },
    ],
    'typescript/consistent-type-imports': 'error',
    'typescript/consistent-type-definitions': 'off',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'import/no-unassigned-import': 'off',
    'import/no-named-as-default-member': 'off',
    'eslint/no-console': 'error',
    'eslint/no-eval': 'error',
    'eslint/max-lines': ['error', { max: 300 }],
    'eslint/eqeqeq': 'error',
    'eslint/no-var': 'error',
    'eslint/prefer-const': 'error',
    'eslint/no-shadow': 'off',
    'eslint/no-underscore-dangle': 'off',
    'react/no-danger': 'error',
    'react/react-in-jsx-scope': 'off',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'unicorn/filename-case': ['error', { cases: { kebabCase: true, pascalCase: true } }],
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/no-array-sort': 'off',
  },
  overrides: [
    { files: ['main/**'], rules: imports(...inMain, axios, keytar, cryptography, server) },
    {
      files: ['main/portal/**'],
      rules: imports(...inMain, electron, keytar, cryptography, server),
    },
    { files: ['main/keychain/**'], rules: imports(...inMain, electron, axios, server) },
    {
      files: ['main/pkcs12/**', 'main/inspector/pkcs12-process.ts'],
      rules: imports(...inMain, electron, axios, keytar, server),
    },
    {
      files: ['main/demo-portal/**'],
      rules: imports(...inMain, electron, axios, keytar, cryptography),
    },
    {
      files: ['preload/**'],
      rules: imports(main, page, tests, react, axios, keytar, cryptography, server),
    },
    {
      files: ['preload/contract.ts', 'preload/contract/**', 'preload/channels.ts'],
      rules: imports(main, page, tests, react, electron, axios, keytar, cryptography, server),
    },
    { files: ['renderer/**'], rules: imports(...inPage) },
    ...features.map((feature) => ({
      files: [`renderer/${feature}/**`],
      rules: imports(
        ...inPage,
        keepOut(foldersBut(feature), 'Features do not know each other; the frame joins them.'),
      ),
    })),
    {
      files: ['renderer/ui/**', 'renderer/text/**'],
      rules: imports(
        ...inPage,
        keepOut([...foldersBut(), '**/portal.ts'], 'ui/ and text/ know no feature and no call.'),
      ),
    },
    {
      files: ['*.config.ts', 'test/support/global-setup.ts'],
      rules: { 'import/no-default-export': 'off' },
    },
    {
      files: ['test/**', 'main/pkcs12/cli/**', 'main/demo-portal/cli.ts'],
      rules: { 'eslint/no-console': 'off' },
    },
    {
      // Playwright's fixtures: `use` is no hook, and a fixture without needs is written `{}`.
      files: ['test/support/**', 'test/electron-contract/**', 'test/**/*.spec.ts'],
      rules: { 'react/rules-of-hooks': 'off', 'eslint/no-empty-pattern': 'off' },
    },
    // An attacker does extend built-ins.
    { files: ['test/security/**'], rules: { 'eslint/no-extend-native': 'off' } },
  ],
});
