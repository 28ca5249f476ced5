import { seededChoices } from '../../local-jira/worlds/seeded-choices';

/** Standard normal draws that are the same in every run, turned from even ones by Box and Muller. */
export function seededNormals(seed: number): () => number {
  const { share } = seededChoices(seed);
  return () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
}
