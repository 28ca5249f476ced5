import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { languages, readSurfaces, catalogueOf } from '../tools/read-texts';

/** What each language has of the texts, what the surfaces say word for word, and what texts weigh. */
export function measureTexts(root: string): object {
  execFileSync(process.execPath, ['tools/build.mjs'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const english = catalogueOf('en');
  const keys = Object.keys(english);
  const figures = languages().map((language) => {
    const texts = catalogueOf(language);
    const missing = keys.filter((key) => !Object.hasOwn(texts, key)).length;
    const identical = keys.filter((key) => texts[key] === english[key]).length / keys.length;
    const share = Math.round(identical * 10_000) / 10_000;
    return [language, { keys: Object.keys(texts).length, missing, identical: share }] as const;
  });
  const { literals } = readSurfaces();
  return {
    languages: Object.fromEntries(figures),
    literals: literals.length,
    ...(literals.length > 0 && { found: literals }),
    bytesBySurface: bytesBySurface(root),
  };
}

/** The catalogues of each surface, compressed, by language: all areas that it may load. */
function bytesBySurface(root: string): object {
  const surfaces = readdirSync(join(root, 'static')).filter((name) =>
    statSync(join(root, 'static', name), { throwIfNoEntry: false })?.isDirectory(),
  );
  const figures = surfaces.flatMap((surface) => {
    const folder = join(root, 'static', surface, 'build/assets');
    const files = statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : [];
    const ofLanguage = (language: string): number =>
      files
        .filter((file) => file.startsWith(`${language}-`) && /^\w\w-\w+\.js$/u.test(file))
        .reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
    if (files.length === 0) return [];
    const each = languages().map((language) => [language, ofLanguage(language)] as const);
    return [[surface, Object.fromEntries(each)] as const];
  });
  return Object.fromEntries(figures);
}
