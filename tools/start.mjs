import { leave, prepare, run, runTool } from './prepare.mjs';

prepare();
console.log('Building …');
if (run(process.execPath, ['tools/build.mjs']) !== 0) {
  leave('The surfaces could not be built; the lines above say why.');
}
process.exit(runTool('tsx', ['local-jira/main.ts', ...process.argv.slice(2)]));
