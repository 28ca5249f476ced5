import type { Direction, FieldName, Stage, Values } from '../use-case/fields';

/** A use case that others have found worth doing, to start from. */
export type Template = {
  readonly id: string;
  readonly title: string;
  /** What sets it off. */
  readonly trigger: string;
  /** The name of the figure that should move. */
  readonly kpi: string;
  readonly values: Values;
  /** What only the team can say. */
  readonly teamFills: readonly FieldName[];
};

/** A template as it is written down: short names for the fields that every template answers. */
export type TemplateSketch = {
  readonly title: string;
  readonly stage: Stage;
  readonly why: string;
  readonly who: string;
  readonly rule: string;
  readonly what: string;
  readonly where: string;
  readonly trigger: string;
  readonly journey: string;
  readonly data: readonly string[];
  readonly content: string;
  readonly kpi: readonly [name: string, unit: string, direction: Direction];
  readonly guardrail: string;
  readonly control: string;
  readonly measurement: string;
};

const teamFills: readonly FieldName[] = [
  'kpi.baseline',
  'kpi.target',
  'kpi.by',
  'identification.createdBy',
  'approval',
];

/** Spells a sketch out as the fields of a use case. */
export function spellOut(id: string, sketch: TemplateSketch): Template {
  const [name, unit, direction] = sketch.kpi;
  return {
    id,
    title: sketch.title,
    trigger: sketch.trigger,
    kpi: name,
    teamFills,
    values: {
      stage: sketch.stage,
      why: sketch.why,
      who: sketch.who,
      what: sketch.what,
      where: sketch.where,
      'how.data': sketch.data.join(', '),
      'how.audience': sketch.rule,
      'how.journey': `Starts when ${sketch.trigger}. ${sketch.journey}`,
      'how.measurement': sketch.measurement,
      'how.content': sketch.content,
      'kpi.name': name,
      'kpi.unit': unit,
      'kpi.direction': direction,
      guardrail: sketch.guardrail,
      test: sketch.control,
      dataObjects: sketch.data,
    },
  };
}

/** The templates that some words mean: each word in the title, the trigger or an answer. */
export function searchTemplates(
  templates: readonly Template[],
  words: string,
): readonly Template[] {
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
  return templates.filter(({ title, trigger, values }) => {
    const text = [title, trigger, ...Object.values(values).map(String)].join(' ').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
