import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const sizes = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  // A switch over all codes is one decision, however many codes there are.
  complexity: ['error', { max: 10, variant: 'modified' }],
};

export default tseslint.config(
  {
    ignores: ['node_modules', '**/build', 'coverage', 'test-results', '.local-jira', 'docs'],
  },
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'static/tsconfig.json', 'tsconfig.check.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...sizes,
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'typeLike', format: ['PascalCase'] },
        { selector: 'function', format: ['camelCase', 'PascalCase'] },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@forge/ui',
              message: 'UI Kit 1 was removed from the platform: docs/decisions/0001.',
            },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['error'] }],
    },
  },
  {
    files: ['static/**/*.tsx'],
    extends: [reactHooks.configs.flat['recommended-latest'], jsxA11y.flatConfigs.recommended],
    rules: {
      // A box that scrolls must be reachable by keyboard.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['tabpanel', 'region'] }],
      // The React compiler is not used.
      'react-hooks/incompatible-library': 'off',
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // The host decides the shape: React.lazy and the tools' own files take a default export.
    files: [
      'static/issue-panel/{editing,screens,parts}/*.tsx',
      'static/shared/record/clash-choice.tsx',
      'static/project-page/failed.tsx',
      'static/project-page/*/*-page.tsx',
      'static/project-page/quadrant/score-table.tsx',
      'static/project-page/quadrant/chart/{bubble-list,lasso,picked-marks,quartiles,threshold-handles}.tsx',
      'static/project-page/quadrant/scoring/details.tsx',
      'static/project-page/quadrant/tools/{bulk-shift,compare,export-menu,filter-menu,filter-note,looks-menu,selection,tools,views-menu}.tsx',
      'static/shared/feature-gates.ts',
      '*.config.{ts,mts}',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['local-jira/main.ts', 'bench/**/*.ts', 'tools/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // A table is as long as what it lists.
    files: ['src/domain/fields/table.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
);
