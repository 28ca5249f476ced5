import { leave, runTool } from './prepare.mjs';

const surfaces = ['issue-panel', 'editor', 'fill-from-text', 'project-page', 'project-settings'];

// One run for each surface: Forge uploads each one's folder alone.
for (const surface of surfaces) {
  const args = ['build', `static/${surface}`, '--config', 'vite.config.mts', '--logLevel', 'warn'];
  if (runTool('vite', args) !== 0) leave(`The surface "${surface}" could not be built.`);
}
