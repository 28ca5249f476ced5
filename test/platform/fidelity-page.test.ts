import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fidelityPage } from '../../local-jira/fidelity-page';

it('FIDELITY.md says what the code does: "npm run fidelity" writes it', () => {
  const path = join(__dirname, '../../local-jira/FIDELITY.md');
  expect(readFileSync(path, 'utf8')).toBe(fidelityPage());
});
