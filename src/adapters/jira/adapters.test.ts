import { aLocalRest } from '../../../test/builders/local-rest';
import { jiraDocuments } from './documents';
import { jiraPeople } from './people';
import { jiraProjectProperties } from './project-properties';
import { textOfAdf } from './text-of-adf';

describe('people', () => {
  it('reads names by account id and leaves out who is unknown', async () => {
    const local = aLocalRest();
    const ines = local.person('admin');
    const names = await jiraPeople(local.as('editor')).readNames([ines.accountId, 'nobody']);
    expect(names).toEqual({ ok: true, value: new Map([[ines.accountId, 'Ines Duarte']]) });
  });

  it('asks nothing for nobody', async () => {
    const silent = jiraPeople(() => Promise.reject(new Error('asked')));
    expect(await silent.readNames([])).toEqual({ ok: true, value: new Map() });
  });
});

describe('project settings', () => {
  it('are written by an admin and read by everybody who sees the project', async () => {
    const local = aLocalRest();
    const { project } = local.place('CDP-8');
    const settings = { entity: 'project', id: project, key: 'northstarSettings' } as const;
    const asAdmin = jiraDocuments(local.as('admin'));
    expect(await asAdmin.write(settings, { visibility: 'off' })).toEqual({
      ok: true,
      value: null,
    });
    expect(await jiraProjectProperties(local.as('reader')).loadProject(project)).toEqual({
      ok: true,
      value: {
        key: 'CDP',
        name: 'Customer data',
        mayAdminister: false,
        mayEdit: false,
        rawSettings: { visibility: 'off' },
        rawProgramme: {
          plan: expect.objectContaining({ schema: 1 }) as object,
          reach: expect.objectContaining({ schema: 1 }) as object,
          data: expect.objectContaining({ schema: 1 }) as object,
          people: expect.objectContaining({ schema: 1 }) as object,
        },
      },
    });
  });

  it('are refused to anybody else', async () => {
    const local = aLocalRest();
    const { project } = local.place('CDP-8');
    const settings = { entity: 'project', id: project, key: 'northstarSettings' } as const;
    const written = await jiraDocuments(local.as('editor')).write(settings, {});
    expect(written).toEqual({ ok: false, error: { problem: 'forbidden' } });
    const seen = await jiraProjectProperties(local.as('stranger')).loadProject(project);
    expect(seen).toEqual({ ok: false, error: { problem: 'gone' } });
  });
});

describe('textOfAdf', () => {
  const text = (value: string) => ({ type: 'text', text: value });
  const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });

  it('keeps words, breaks and lists, and drops the rest', () => {
    const document = {
      type: 'doc',
      content: [
        paragraph(
          text('One '),
          { type: 'mention', attrs: { text: '@Ines' } },
          { type: 'hardBreak' },
          text('two'),
        ),
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('item'))] }] },
        { type: 'mediaSingle', content: [{ type: 'media', attrs: { id: 'x' } }] },
        paragraph(text('end')),
      ],
    };
    expect(textOfAdf(document)).toBe('One @Ines\ntwo\n- item\n\nend');
  });

  it.each([[null], [undefined], ['text'], [{ type: 'doc' }], [{ type: 'doc', content: 'x' }]])(
    'reads %j as nothing',
    (raw) => {
      expect(textOfAdf(raw)).toBe('');
    },
  );
});
