import type core from '../texts/en/core.json';
import type editing from '../texts/en/editing.json';
import type editor from '../texts/en/editor.json';
import type fill from '../texts/en/fill.json';
import type pages from '../texts/en/pages.json';
import type panel from '../texts/en/panel.json';
import type quadrant from '../texts/en/quadrant.json';
import type rating from '../texts/en/rating.json';
import type screens from '../texts/en/screens.json';
import type settings from '../texts/en/settings.json';
import type shared from '../texts/en/shared.json';
import type tools from '../texts/en/tools.json';

/** The texts of a language, in areas that load apart: `static/texts/<language>/<area>.json`. */
type Catalogue = {
  readonly core: typeof core;
  readonly editing: typeof editing;
  readonly editor: typeof editor;
  readonly fill: typeof fill;
  readonly pages: typeof pages;
  readonly panel: typeof panel;
  readonly quadrant: typeof quadrant;
  readonly rating: typeof rating;
  readonly screens: typeof screens;
  readonly settings: typeof settings;
  readonly shared: typeof shared;
  readonly tools: typeof tools;
};

export type Area = keyof Catalogue;

/** Names a text: its area, and its key there. */
export type TextKey = {
  readonly [Name in Area]: `${Name}.${keyof Catalogue[Name] & string}`;
}[Area];

/** What a text is about. */
type Arguments = Readonly<Record<string, string | number>>;
/** Texts as the build compiles them: an ICU message with arguments becomes a function. */
type Texts = Readonly<Record<string, string | ((of: Arguments) => string)>>;

/** The languages that Northstar speaks. Another one is another folder beside `static/texts/en`. */
const languages = ['en'] as const;
type Language = (typeof languages)[number];

let language: Language = 'en';
let locale = 'en';
const known: Record<string, Texts[string]> = {};
const areas: Partial<Record<Area, Promise<void> | undefined>> = {};

/** A text in the viewer's language. Its area must have been loaded. */
export function t(key: TextKey, of: Arguments = {}): string {
  const text = known[key];
  if (text === undefined) {
    // The part did not load its area. Browser tests fail on this message.
    console.error(key);
    return '';
  }
  return typeof text === 'string' ? text : text(of);
}

/** A table of texts. Each is looked up when it is read, so the table can be built before its texts are loaded. */
export function textsOf<Name extends string>(
  keys: Readonly<Record<Name, TextKey>>,
): Readonly<Record<Name, string>> {
  // A name that the table does not have gives undefined, as with any object.
  const sayOf = (key: TextKey | undefined): string | undefined => key && t(key);
  return new Proxy(keys, { get: (of, name) => sayOf(of[name as Name]) });
}

/** The viewer's locale, such as `de-AT`: figures, days and lists go by it. */
export function viewerLocale(): string {
  return locale;
}

/** Makes texts known, under the area that they are of. */
export function addTexts(texts: Texts): void {
  Object.assign(known, texts);
}

/** Chooses the language by the viewer's locale, such as `de-AT`, and loads the areas that show first. */
export async function startTexts(viewers: string, ...first: readonly Area[]): Promise<void> {
  locale = viewers;
  language = languages.find((each) => locale.startsWith(each)) ?? 'en';
  document.documentElement.lang = language;
  await loadTexts(...first);
}

async function loadTexts(...wanted: readonly Area[]): Promise<void> {
  await Promise.all(
    wanted.map(
      (area) =>
        (areas[area] ??= import(`../texts/${language}/${area}.json`).then(
          (loaded: { readonly default: Texts }) => {
            addTexts(loaded.default);
          },
          (problem: unknown) => {
            // The next call tries again.
            areas[area] = undefined;
            throw problem;
          },
        )),
    ),
  );
}

/** Loads a part of a surface together with the texts that it shows. */
export function withTexts<Part>(
  load: () => Promise<Part>,
  ...shown: readonly Area[]
): () => Promise<Part> {
  return async () => {
    const [part] = await Promise.all([load(), loadTexts(...shown)]);
    return part;
  };
}
