// The layers as law (docs/architecture.md says why). A file that belongs to no layer is an error too.
const electron = '(^|/)node_modules/electron/|^electron(/|$)';

/**
 * The law that a library is known to one place of the app only.
 * @param {string} name
 * @param {string} place
 * @param {string} [library] where it lies in node_modules, when that is not its name
 */
const oneFileKnows = (name, place, library = name) => ({
  name: `one-file-knows-${name}`,
  severity: /** @type {const} */ ('error'),
  from: { path: '^(main|preload|renderer)/', pathNot: place },
  to: { path: `node_modules/${library}/` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'A file nobody imports is dead, or an entry point that belongs in this list.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '^(electron\\.vite|vitest|eslint)\\.config',
          '^\\.dependency-cruiser',
          '^test/',
          '^tools/',
        ],
      },
      to: {},
    },
    {
      name: 'every-file-has-a-layer',
      severity: 'error',
      from: {
        path: '^(main|preload|renderer)/',
        pathNot: [
          '^main/(core|adapters|ipc|window|practice-hub)/',
          '^main/[^/]+\\.ts$',
          '^preload/(contract/)?[^/]+\\.ts$',
          '^renderer/(app|features|ui|words)/',
        ],
      },
      to: {},
    },
    {
      name: 'contract-knows-only-zod',
      severity: 'error',
      from: { path: '^preload/contract/' },
      to: { pathNot: ['^preload/contract/', 'node_modules/zod/'] },
    },
    {
      name: 'core-knows-no-technology',
      severity: 'error',
      from: { path: '^main/core/' },
      to: {
        pathNot: ['^main/core/', '^preload/contract/', 'node_modules/zod/', '^(node:)?crypto$', '^(node:)?buffer$'],
      },
    },
    {
      name: 'practice-hub-stands-alone',
      comment: 'It also runs by itself, and it must not learn the rules it is used to check from the client.',
      severity: 'error',
      from: { path: '^main/practice-hub/' },
      to: { pathNot: ['^main/practice-hub/'], dependencyTypesNot: ['core', 'type-only'] },
    },
    {
      name: 'main-does-not-know-the-renderer',
      severity: 'error',
      from: { path: '^main/' },
      to: { path: '^(renderer/|preload/(?!contract/))' },
    },
    {
      name: 'the-renderer-meets-main-only-in-the-contract',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(main/|preload/(?!contract/))' },
    },
    {
      name: 'no-node-in-the-renderer',
      severity: 'error',
      from: { path: '^(renderer|preload/contract)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'preload-is-tiny',
      comment: 'A sandboxed preload: Electron and the channel names; types cost nothing, zod would.',
      severity: 'error',
      from: { path: '^preload/[^/]+\\.ts$' },
      to: { pathNot: ['^preload/', electron], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'preload-imports-no-zod',
      severity: 'error',
      from: { path: '^preload/[^/]+\\.ts$' },
      to: { path: '^preload/contract/[a-z-]*(inputs|schemas|settings)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'features-do-not-know-each-other',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'ui-is-the-bottom',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/(app|features)/' },
    },
    {
      name: 'words-know-only-the-contract',
      severity: 'error',
      from: { path: '^renderer/words/' },
      to: { path: '^renderer/(app|features|ui)/' },
    },
    {
      name: 'electron-only-at-the-edge',
      severity: 'error',
      from: {
        path: '^(main|renderer)/',
        pathNot: ['^main/(adapters|window|ipc)/', '^main/main\\.ts$', '^main/open-app\\.ts$', '^main/compose'],
      },
      to: { path: electron, dependencyTypesNot: ['type-only'] },
    },
    oneFileKnows('got', '^main/adapters/got-'),
    oneFileKnows('https-proxy-agent', '^main/adapters/tunnel-agent\\.ts$'),
    oneFileKnows('socks-proxy-agent', '^main/adapters/socks-agent\\.ts$', '(socks-proxy-agent|socks)'),
    oneFileKnows('electron-store', '^main/adapters/electron-record-store\\.ts$', '(electron-store|conf)'),
    oneFileKnows('write-file-atomic', '^main/adapters/'),
    oneFileKnows('electron-log', '^main/adapters/file-log\\.ts$'),
    oneFileKnows('papaparse', '^main/adapters/papaparse-csv\\.ts$'),
    oneFileKnows('yaml', '^main/adapters/yaml-reference\\.ts$'),
    oneFileKnows('age-encryption', '^main/adapters/age-work\\.ts$', '(age-encryption|@noble|@scure)'),
    {
      name: 'no-test-code-in-the-app',
      severity: 'error',
      from: { path: '^(main|preload|renderer)/' },
      to: { path: '^(test|tools)/' },
    },
    {
      name: 'no-development-libraries-in-the-app',
      severity: 'error',
      from: { path: '^(main|preload|renderer)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: electron },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^electron$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'test/tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
