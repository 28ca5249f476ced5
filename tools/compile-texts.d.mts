import type { Plugin } from 'vite';

/** Vite's part of the texts. `surface` is the folder that is built. */
export function textsPlugin(surface: string): Plugin;
