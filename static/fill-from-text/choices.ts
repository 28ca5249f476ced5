import type { FillProposal, Proposal } from '#domain/fill/propose-fill';
import { isEmpty, sameValue, type AllValues, type FieldName } from '#domain/use-case/fields';
import type { FieldEdit } from '#domain/use-case/field-edit';

/** For a field: keep what is there, or take the text's n-th candidate. */
export type Choice = 'keep' | number;
export type Choices = Readonly<Partial<Record<FieldName, Choice>>>;

/** What is chosen for a field; what is on the issue is kept unless somebody decides otherwise. */
export function chosenCandidate(proposal: Proposal, choices: Choices): Choice {
  const { field, existing, candidates, placed } = proposal;
  const choice = choices[field];
  if (choice === 'keep') return choice;
  // A candidate of a record that was left out meanwhile is there no longer.
  if (choice !== undefined && choice < candidates.length) return choice;
  return isEmpty(existing) || placed ? 0 : 'keep';
}

/** The edit that the choices amount to, the note included. */
export function changesOf(
  proposal: FillProposal,
  choices: Choices,
  values: AllValues,
): readonly FieldEdit[] {
  const changes = proposal.proposals.flatMap((each): FieldEdit[] => {
    const choice = chosenCandidate(each, choices);
    const candidate = choice === 'keep' ? undefined : each.candidates[choice];
    if (candidate === undefined || sameValue(candidate.value, each.existing)) return [];
    return [{ field: each.field, base: each.existing, next: candidate.value }];
  });
  const { note } = values;
  if (proposal.note === '' || note.includes(proposal.note)) return changes;
  const next = note === '' ? proposal.note : `${note}\n\n${proposal.note}`;
  return [...changes, { field: 'note', base: note, next }];
}

/** A title that is the issue's own summary need not be kept a second time. */
export function withoutTitle(proposal: FillProposal, summary: string): FillProposal {
  const repeats = ({ field, candidates }: Proposal): boolean =>
    field === 'identification.title' && candidates.every(({ value }) => value === summary);
  return { ...proposal, proposals: proposal.proposals.filter((each) => !repeats(each)) };
}
