import MessageFormat from '@messageformat/core';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addTexts } from '../../static/shared/texts';

const folder = join(__dirname, '../../static/texts/en');

/** A text as the build compiles it, but only once a test asks for it. */
function compiled(text: string): Parameters<typeof addTexts>[0][string] {
  if (!text.includes('{')) return text.replaceAll("''", "'");
  return (of) => new MessageFormat('en', { strict: true }).compile(text)(of);
}

// Tests read the English texts, all areas of them.
for (const file of readdirSync(folder)) {
  const texts = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>;
  const area = file.replace('.json', '');
  addTexts(
    Object.fromEntries(
      Object.entries(texts).map(([key, text]) => [`${area}.${key}`, compiled(text)]),
    ),
  );
}
