/** Who may import whom. Allow-lists: what is not named is refused. */
// Parsers of formats that everybody writes a little differently: docs/decisions/0009.
const pure = ['^node_modules/(valibot|papaparse|@types/papaparse|marked|simple-statistics)'];
const platform = ['^node_modules/@forge/(api|kvs|events)'];

function only(name, from, allowed, exceptTests = true) {
  return {
    name,
    severity: 'error',
    from: exceptTests ? { path: from, pathNot: '\\.test\\.tsx?$' } : { path: from },
    to: { pathNot: [from, ...allowed] },
  };
}

module.exports = {
  forbidden: [
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('domain stands alone', '^src/domain/', pure),
    only('ports speak the domain', '^src/ports/', ['^src/domain/']),
    only('contract speaks the domain', '^src/contract/', ['^src/domain/', ...pure]),
    only('operations stand on ports', '^src/operations/', ['^src/(domain|ports|contract)/']),
    only('what runs in the browser stands on ports', '^src/bulk/', [
      '^src/(domain|ports|contract)/',
      '^src/operations/translate-problem\\.ts$',
    ]),
    only('the Jira adapter knows no platform', '^src/adapters/jira/', [
      '^src/(domain|ports)/',
      ...pure,
    ]),
    only('the Forge adapter is the platform', '^src/adapters/forge/', [
      '^src/(domain|ports)/',
      '^src/adapters/jira/request\\.ts$',
      ...platform,
      ...pure,
    ]),
    only('the memory adapter is a twin', '^src/adapters/memory/', ['^src/(domain|ports)/']),
    {
      name: 'the memory adapter is for tests',
      severity: 'error',
      from: { pathNot: ['^src/adapters/memory/', '^test/', '\\.test\\.tsx?$'] },
      to: { path: '^src/adapters/memory/' },
    },
    only('resolvers are thin', '^src/resolvers/', [
      '^src/(contract|operations|ports|domain)/',
      '^src/app\\.ts$',
      '^node_modules/@forge/resolver',
      ...pure,
    ]),
    only('surfaces share, but not each other', '^static/shared/', [
      '^static/texts/',
      // `bulk` is what runs in the browser, as the viewer: docs/decisions/0010 and 0013.
      '^src/(bulk|contract|domain|ports)/',
      '^src/adapters/jira/',
      '^node_modules/(@forge/(bridge|i18n)|react|react-dom|@types/react|tslib|diff)',
      ...pure,
    ]),
    // The quadrant in layers, each below the next; the page puts them together.
    ...[
      ['data', '(chart|scoring|tools)/|[^/]+$'],
      ['chart', '(scoring|tools)/|[^/]+$'],
      ['scoring', 'tools/|[^/]+$'],
      ['tools', '[^/]+$'],
    ].map(([layer, above]) => ({
      name: `the quadrant's ${layer} knows nothing above it`,
      severity: 'error',
      from: { path: `^static/project-page/quadrant/${layer}/`, pathNot: '\\.test\\.tsx?$' },
      to: { path: `^static/project-page/quadrant/(${above})` },
    })),
    ...['issue-panel', 'editor', 'fill-from-text', 'project-page', 'project-settings'].map(
      (surface) =>
        only(`${surface} is its own`, `^static/${surface}/`, [
          '^static/shared/',
          '^src/(bulk|contract|domain|ports)/',
          '^src/adapters/jira/',
          '^node_modules/(react|react-dom|@types/react|@types/react-dom|@atlaskit|diff|valibot|@tanstack|idb-keyval)',
        ]),
    ),
    {
      name: 'invoke is called in one place',
      severity: 'error',
      from: { path: '^static/', pathNot: '^static/shared/(api|bridge)\\.ts$' },
      to: { path: '^node_modules/@forge/bridge' },
    },
    {
      name: 'nothing imports local Jira',
      severity: 'error',
      from: { path: '^(src|static)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(local-jira|test|bench|tools)/' },
    },
    {
      name: 'local Jira knows the domain, not the app',
      severity: 'error',
      from: { path: '^local-jira/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(static|bench|src/(?!domain/))' },
    },
    {
      name: 'UI Kit 1 is gone',
      severity: 'error',
      from: {},
      to: { path: '@forge/ui(/|$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/build/|^node_modules/.*/node_modules)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.check.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'types', 'default'],
      mainFields: ['main', 'browser', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.css', '.d.ts'],
    },
  },
};
