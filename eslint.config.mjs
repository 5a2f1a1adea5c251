// Lint: strict types, small files, and the bans that keep the wall standing.
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const sizes = {
  'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 8],
  'max-params': ['error', 3],
};

// Each ban says what to use instead (security.md, section 4).
const bannedProperties = [
  ['ipcMain', 'handle', 'serve() in main/ipc/serve.ts is the only way to answer the window'],
  ['ipcMain', 'on', 'serve() in main/ipc/serve.ts is the only way to answer the window'],
  ['shell', 'openExternal', 'main/window/links.ts opens pages by name from a fixed list'],
  ['safeStorage', 'setUsePlainTextEncryption', 'a secret is never kept without protection'],
].map(([object, property, message]) => ({ object, property, message }));

const bannedSyntax = [
  ['Property[key.name="rejectUnauthorized"]', 'Certificates are always checked'],
  ['Property[key.name="webSecurity"][value.value=false]', 'The window keeps web security'],
  ['Property[key.name="allowRunningInsecureContent"][value.value!=false]', 'The window loads only its own content'],
  ['Property[key.name="experimentalFeatures"][value.value!=false]', 'No experimental web features'],
  ['Property[key.name="enableBlinkFeatures"]', 'No experimental web features'],
  [
    'Property[key.name="clearInvalidConfig"][value.value=true]',
    'An unreadable store is moved aside, never overwritten',
  ],
  ['Property[key.name="encryptionKey"]', 'Secrets are sealed by the SecretBox, not by the store'],
  [':matches(MemberExpression, JSXAttribute)[property.name=/^(innerHTML|outerHTML)$/]', 'Text is set as text'],
  ['JSXAttribute[name.name="dangerouslySetInnerHTML"]', 'Text is set as text'],
  ['ExportDefaultDeclaration', 'Named exports only'],
  ['TSEnumDeclaration', 'A union of string literals survives JSON and structured clone'],
].map(([selector, message]) => ({ selector, message }));

export default tseslint.config(
  { ignores: ['node_modules', 'out', 'dist', '.cache', 'test/fixtures'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'preload/contract/tsconfig.json',
          'preload/tsconfig.json',
          'main/core/tsconfig.json',
          'main/tsconfig.json',
          'renderer/tsconfig.json',
          'test/tsconfig.json',
        ],
      },
    },
    rules: {
      ...sizes,
      'no-restricted-properties': ['error', ...bannedProperties],
      'no-restricted-syntax': ['error', ...bannedSyntax],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // A recursive JSON type can only be written with an index signature.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      // Numbers and booleans read well in a template; objects do not, and stay forbidden.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `() => void action()` is how a handler starts work whose outcome is shown elsewhere.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    // The only two places where a foreign function is called by these names.
    files: ['main/window/links.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.tsx'],
    ...hooks.configs.flat['recommended-latest'],
  },
  {
    files: ['**/*.tsx'],
    // JSX is markup: eighty lines of it are one screenful (house.md, section 6).
    rules: { 'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }] },
  },
  {
    // Vite and Vitest take their configuration as a default export.
    files: ['*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['test/**/*.{ts,tsx}', '*.config.ts'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      complexity: 'off',
      'max-params': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // A command line program talks to the console; that is its screen.
    files: ['main/practice-hub/run.ts', 'test/bench/**'],
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.mjs'], rules: { ...sizes, eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error' } },
);
