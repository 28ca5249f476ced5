import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** One run per surface: `vite build static/<surface> --config vite.config.mts`. */
export default defineConfig({
  // Forge serves a surface under a path that is not known in advance.
  base: './',
  resolve: {
    alias: [
      // Atlaskit brings an experiment client that asks Atlassian's servers; its flags read as off.
      {
        find: /^@atlaskit\/feature-gate-js-client(?:\/feature-gates)?$/u,
        replacement: file('./static/shared/feature-gates.ts'),
      },
    ],
  },
  build: {
    outDir: 'build',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});
