import schema from '@atlaskit/adf-schema/dist/json-schema/v1/full.json';
import Ajv, { type ValidateFunction } from 'ajv-draft-04';
import { textOfJson } from '../json-text';
import { isJsonObject, type Json, type JsonObject } from '../../src/domain/use-case/json';

let validate: ValidateFunction | undefined;

/** Whether a value is a document in Atlassian Document Format, by Atlassian's own schema. */
export function isDocument(value: Json): value is JsonObject {
  validate ??= new Ajv({ strict: false }).compile(schema);
  return validate(value);
}

const blocks = new Set(['paragraph', 'heading', 'listItem', 'taskItem', 'blockquote', 'codeBlock']);

/** The words of a document, each block on a line of its own; `''` for none. */
export function textOf(document: Json): string {
  if (Array.isArray(document)) return document.map(textOf).join('');
  if (!isJsonObject(document)) return '';
  if (typeof document['text'] === 'string') return document['text'];
  if (document['type'] === 'hardBreak') return '\n';
  const inner = textOf(document['content'] ?? []);
  return blocks.has(textOfJson(document['type'])) ? `${inner.trimEnd()}\n` : inner;
}

/** A document from paragraphs; a paragraph that starts with "- " is a list item. */
export function toAdf(paragraphs: readonly string[]): JsonObject {
  const content: Json[] = [];
  let items: Json[] = [];
  const paragraph = (text: string): JsonObject => ({
    type: 'paragraph',
    content: [{ type: 'text', text }],
  });
  const flush = (): void => {
    if (items.length > 0) content.push({ type: 'bulletList', content: items });
    items = [];
  };
  for (const text of paragraphs) {
    if (text.startsWith('- ')) {
      items.push({ type: 'listItem', content: [paragraph(text.slice(2))] });
    } else {
      flush();
      content.push(paragraph(text));
    }
  }
  flush();
  return { type: 'doc', version: 1, content };
}
