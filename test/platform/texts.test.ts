import MessageFormat from '@messageformat/core';
import { languages, namesIn, readSurfaces, catalogueOf } from '../../tools/read-texts';

const english = catalogueOf('en');
const { uses, literals } = readSurfaces();

describe('the texts', () => {
  it('stand in catalogues, and nowhere in the surfaces', () => {
    expect(literals).toEqual([]);
  });

  it('are all asked for, and every key that is asked for is there', () => {
    const asked = new Set(uses.map(({ key }) => key));
    expect(Object.keys(english).filter((key) => !asked.has(key))).toEqual([]);
    expect([...asked].filter((key) => !Object.hasOwn(english, key))).toEqual([]);
  });

  it('are told what they are about, no more and no less', () => {
    const wrong = uses.filter(
      ({ key, names }) =>
        names !== undefined && names.join() !== namesIn(english[key] ?? '').join(),
    );
    expect(wrong.map((use) => ({ ...use, wanted: namesIn(english[use.key] ?? '') }))).toEqual([]);
  });

  it.each(languages())('can all be compiled (%s)', (language) => {
    const format = new MessageFormat(language, { strict: true });
    const broken = Object.entries(catalogueOf(language)).filter(([, text]) => {
      try {
        format.compile(text);
        return false;
      } catch {
        return true;
      }
    });
    expect(broken).toEqual([]);
  });
});
