/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

process.env['TZ'] = 'UTC';

const shared: Config = {
  transform: {
    // Types are checked by `tsc`; here each file is only translated.
    '^.+\\.tsx?$': [
      'ts-jest',
      {
        diagnostics: false,
        tsconfig: {
          module: 'CommonJS',
          moduleResolution: 'Node10',
          isolatedModules: true,
          esModuleInterop: true,
          target: 'ES2022',
          jsx: 'react-jsx',
        },
      },
    ],
  },
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/builders/english.ts'],
  moduleNameMapper: {
    '^#contract$': '<rootDir>/src/contract/index.ts',
    // marked's own CommonJS build: Jest on Node 20 cannot load its modules.
    '^marked$': '<rootDir>/node_modules/marked/lib/marked.umd.js',
    '^#(domain|ports|adapters)/(.*)$': '<rootDir>/src/$1/$2.ts',
  },
};

const config: Config = {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{src,static,local-jira,test/model}/**/*.test.ts'],
    },
    { ...shared, displayName: 'platform', testMatch: ['<rootDir>/test/platform/**/*.test.ts'] },
  ],
};

export default config;
