import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leave, root, runTool } from './prepare.mjs';

const surfaces = ['issue-panel', 'editor', 'fill-from-text', 'project-page', 'project-settings'];

// One run for each surface: Forge uploads each one's folder alone.
for (const surface of surfaces) {
  const args = ['build', `static/${surface}`, '--config', 'vite.config.mts', '--logLevel', 'warn'];
  if (runTool('vite', args) !== 0) leave(`The surface "${surface}" could not be built.`);
  const licences = join(root, 'static', surface, 'build/licences.md');
  if (!existsSync(licences) || !readFileSync(licences, 'utf8').includes('## react - '))
    leave(`The surface "${surface}" carries no licence notices.`);
}
