import { parse, type Token } from '@messageformat/parser';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..');
const folder = join(root, 'static/texts');

/** A catalogue's texts by `area.key`. */
type Texts = Readonly<Record<string, string>>;

/** The languages that there are texts in, English first. */
export function languages(): readonly string[] {
  return readdirSync(folder).sort((left, right) => Number(right === 'en') - Number(left === 'en'));
}

/** All texts of a language. */
export function catalogueOf(language: string): Texts {
  return Object.fromEntries(
    readdirSync(join(folder, language)).flatMap((file) => {
      const texts = JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Texts;
      return Object.entries(texts).map(([key, text]) => [
        `${basename(file, '.json')}.${key}`,
        text,
      ]);
    }),
  );
}

/** The names of what a text is about. */
export function namesIn(text: string): readonly string[] {
  const names = new Set<string>();
  const visit = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if ('arg' in token) names.add(token.arg);
      if ('cases' in token) for (const each of token.cases) visit(each.tokens);
    }
  };
  visit(parse(text));
  return [...names].sort();
}

/** Where code asks for a text: by which key, and with what. `names` is undefined where only the key stands. */
export type Use = {
  readonly file: string;
  readonly key: string;
  readonly names: readonly string[] | undefined;
};

/** What the surfaces say: their uses of texts, and what is written in them word for word. */
export function readSurfaces(): {
  readonly uses: readonly Use[];
  readonly literals: readonly { readonly file: string; readonly text: string }[];
} {
  const uses: Use[] = [];
  const literals: { readonly file: string; readonly text: string }[] = [];
  for (const file of sources()) {
    const source = ts.createSourceFile(
      file,
      readFileSync(join(root, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const visit = (node: ts.Node): void => {
      const use = useIn(node, file);
      if (use !== undefined) uses.push(use);
      const text = literalIn(node);
      if (text !== undefined) literals.push({ file, text });
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { uses, literals };
}

function sources(): readonly string[] {
  return readdirSync(join(root, 'static'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file) && !/\.test\.|build\//u.test(file))
    .map((file) => join('static', file));
}

const keyShape = /^[a-z]+\.\w+\.\w+$/u;

function useIn(node: ts.Node, file: string): Use | undefined {
  if (!ts.isStringLiteral(node) || !keyShape.test(node.text)) return undefined;
  const call = node.parent;
  const isCall = ts.isCallExpression(call) && call.expression.getText() === 't';
  if (!isCall) return { file, key: node.text, names: undefined };
  const [, of] = call.arguments;
  const properties = of !== undefined && ts.isObjectLiteralExpression(of) ? of.properties : [];
  const names = properties.flatMap((each) =>
    each.name === undefined ? [] : [each.name.getText()],
  );
  return { file, key: node.text, names: [...names].sort() };
}

const told = /^(?:aria-label|aria-description|title|alt|placeholder|label|legend)$/u;
const word = /\p{L}{2,}/u;

/** A text that a person would read as it stands in the code. */
function literalIn(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return word.test(node.text) ? node.text.trim() : undefined;
  if (!ts.isStringLiteral(node) && !ts.isNoSubstitutionTemplateLiteral(node)) return undefined;
  const { parent, text } = node;
  if (isTold(parent)) return word.test(text) ? text : undefined;
  const inJsx = ts.isJsxExpression(parent) || isChoiceInJsx(parent);
  return inJsx && isSentence(text) ? text : undefined;
}

function isTold(node: ts.Node): boolean {
  return ts.isJsxAttribute(node) && told.test(node.name.getText());
}

function isChoiceInJsx(node: ts.Node): boolean {
  return (
    ts.isConditionalExpression(node) &&
    ts.isJsxExpression(node.parent) &&
    !ts.isJsxAttribute(node.parent.parent)
  );
}

function isSentence(text: string): boolean {
  return word.test(text) && (/\s/u.test(text.trim()) || /^\p{Lu}\p{Ll}/u.test(text));
}
