import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module.js';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const folder = join(import.meta.dirname, '../static/texts');
const languageOf = (file) => basename(dirname(file));

/** Areas whose files bring another along: the first views load one file, not two. */
const broughtAlong = { panel: 'core', quadrant: 'core' };

/** Whether a file is a catalogue of texts. */
function isCatalogue(file) {
  return /static\/texts\/\w+\/\w+\.json$/u.test(file);
}

/** The module that catalogues become: ICU messages as functions, under names that `nameOf` gives. */
function compileCatalogues(language, areas, nameOf) {
  const texts = areas.flatMap((area) =>
    Object.entries(JSON.parse(readFileSync(join(folder, language, `${area}.json`), 'utf8'))).map(
      ([key, text]) => [nameOf(`${area}.${key}`), text],
    ),
  );
  const format = new MessageFormat(language, { strict: true });
  // A text without arguments needs no function.
  return compileModule(format, Object.fromEntries(texts)).replaceAll(/: \(\) => "/gu, ': "');
}

/** Every key of the English texts, in an order that does not depend on the machine. */
function allKeys() {
  const areas = readdirSync(join(folder, 'en')).sort();
  return areas.flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(join(folder, 'en', file), 'utf8'))).map(
      (key) => `${basename(file, '.json')}.${key}`,
    ),
  );
}

/** The areas that the files of a surface name: the others are not built into it. */
function areasOf(surface) {
  const areas = new Set(readdirSync(join(folder, 'en')).map((file) => basename(file, '.json')));
  const sources = readdirSync(surface, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file))
    .map((file) => readFileSync(join(surface, file), 'utf8'));
  const named = sources.flatMap((source) => source.match(/(?<=')\w+(?=')/gu) ?? []);
  return [...areas].filter((area) => named.includes(area));
}

/**
 * Vite's part: catalogues are compiled, and keys become short names in them and wherever the code says one.
 * A key is a whole string literal, never put together.
 */
export function textsPlugin(surface) {
  const names = new Map(allKeys().map((key, index) => [key, `t${index.toString(36)}`]));
  const nameOf = (key) => names.get(key) ?? key;
  return {
    name: 'northstar-texts',
    enforce: 'pre',
    buildStart() {
      for (const language of readdirSync(folder))
        for (const area of areasOf(surface))
          this.emitFile({
            type: 'chunk',
            id: join(folder, language, `${area}.json`),
            // Forge serves each deployment under a path of its own, so the name needs no hash.
            fileName: `assets/${language}-${area}.js`,
            preserveSignature: 'strict',
          });
    },
    load(id) {
      if (!isCatalogue(id)) return undefined;
      const areas = [basename(id, '.json'), broughtAlong[basename(id, '.json')]].filter(Boolean);
      return { code: compileCatalogues(languageOf(id), areas, nameOf), moduleType: 'js' };
    },
    transform(code, id) {
      if (!/static\/.*\.tsx?$/u.test(id)) return undefined;
      const short = code.replace(/'(\w+\.\w+\.\w+)'/gu, (whole, key) =>
        names.has(key) ? `'${nameOf(key)}'` : whole,
      );
      const path = '`../texts/${language}/${area}.json`';
      const built = '/* @vite-ignore */ `./${language}-${area}.js`';
      return { code: short.replace(path, () => built), map: null };
    },
  };
}
