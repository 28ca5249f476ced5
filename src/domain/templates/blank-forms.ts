import type { FieldName } from '../use-case/fields';

/** A blank form: the questions of one document, each with a hint in our own words. */
export type QuestionForm = {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Where it is filled: on a new issue, or on the programme of the project. */
  readonly on: 'issue' | 'programme';
  readonly questions: readonly (readonly [FieldName, string])[];
};

/** A blank form for each of the documents that the method comes from. */
export const blankForms: readonly QuestionForm[] = [
  {
    id: 'framework',
    title: 'Framework on one page',
    about: 'Why, who, what, where and how, for a first conversation.',
    on: 'issue',
    questions: [
      ['why', 'Which goal of the business, and by which figure is it judged?'],
      ['who', 'Which people, so exactly that two of you would pick the same ones?'],
      ['what', 'What reaches them: a message, an offer, a service?'],
      ['where', 'Where do they meet it?'],
      ['how.data', 'Which data must be there, and who has it?'],
      ['how.audience', 'How does somebody get in, and out again?'],
      ['how.journey', 'What starts it, what follows, what stops it?'],
      ['how.measurement', 'Against which control group will you see the effect?'],
      ['how.content', 'What has to be written, drawn or translated?'],
    ],
  },
  {
    id: 'document',
    title: 'Use-case document',
    about: 'The long form, for sign-off.',
    on: 'issue',
    questions: [
      ['identification.useCaseId', 'Its number in your own list'],
      ['overview', 'What it is about, for somebody who has five minutes'],
      ['scope', 'What is part of it'],
      ['scopeOut', 'What is left for later, on purpose'],
      ['requirements', 'What technology, users and systems must bring'],
      ['approval', 'Whose yes it needs'],
    ],
  },
  {
    id: 'story',
    title: 'User story',
    about: 'One deliverable part of a use case.',
    on: 'issue',
    questions: [
      ['story.persona', 'Who wants it'],
      ['story.goal', 'What they want to do'],
      ['story.benefit', 'What they gain by it'],
      ['businessBenefit', 'What the business gains'],
      ['description', 'What else belongs to it'],
    ],
  },
  {
    id: 'discovery',
    title: 'Discovery',
    about: 'Goals, stakeholders, operating model, landscape and milestones of the whole programme.',
    on: 'programme',
    questions: [],
  },
  {
    id: 'refinement',
    title: 'Refinement and estimation',
    about: 'The questions that make a story ready, and the cards that it is estimated with.',
    on: 'programme',
    questions: [],
  },
];
