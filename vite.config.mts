import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { textsPlugin } from './tools/compile-texts.mjs';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const packages = String.raw`node_modules\/(?:react|react-dom|scheduler|@forge|valibot|tslib|lodash)\/|static\/shared\/(?:bridge|texts)`;
const record = String.raw`src\/(?:domain\/use-case(?!\/(?:field-edit|record-document))|domain\/result|domain\/placement|adapters\/jira\/(?:issue-records|people|programme-in|request|text-of-adf)|ports)|static\/shared\/(?:glyphs|notice|field-groups)`;

const page = String.raw`node_modules\/simple-statistics\/|src\/domain\/(?:result|programme\/programme)\.ts`;

/** The folder that is built: `vite build static/<surface>`. */
const surface = process.argv.find((each) => each.startsWith('static/')) ?? 'static';

/** The pages of a project show no record at first: what reads one comes with the tab that does. */
const showsRecord = !/static\/project-(?:page|settings)$/u.test(surface);

/** What the first view needs travels as one file: fewer requests, and it compresses better. */
const firstView = new RegExp(`${packages}|${showsRecord ? record : page}`, 'u');

/** One run per surface: `vite build static/<surface> --config vite.config.mts`. */
export default defineConfig({
  // Forge serves a surface under a path that is not known in advance.
  base: './',
  plugins: [textsPlugin(surface)],
  resolve: {
    alias: [
      // Atlaskit brings an experiment client that asks Atlassian's servers; its flags read as off.
      {
        find: /^@atlaskit\/feature-gate-js-client(?:\/feature-gates)?$/u,
        replacement: file('./static/shared/feature-gates.ts'),
      },
      { find: /^@forge\/i18n$/u, replacement: file('./static/shared/no-translations.ts') },
      { find: /^tslib$/u, replacement: file('./static/shared/tslib-used.mjs') },
    ],
  },
  build: {
    outDir: 'build',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Who wrote what is inside, and under which terms, travels with it.
    license: { fileName: 'licences.md' },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'first-view',
              test: firstView,
            },
          ],
        },
      },
    },
  },
});
