import {
  beside,
  boxOf,
  isAway,
  isCrossed,
  leaderOf,
  overlap,
  ringed,
  throughBox,
  within,
  type Label,
  type Placed,
  type Surroundings,
  type Wish,
} from './labels';

/** A place that a label may take; what it costs in itself is 0 right beside its mark, in full. */
type Place = Placed & { readonly cost: number };

/** The place of each wish, by its number; undefined where it found none. */
type Arrangement = (Place | undefined)[];

/** What the faults of a place weigh, in pixels of distance to its mark. */
const costs = {
  shorter: 40,
  lastResort: 2_000,
  line: 30,
  threshold: 120,
  crossing: 400,
  nowhere: 4_000,
};

/** What is poorer than this asks others to move. */
const poor = 100;
const rounds = 3;

/** How long the page waits for an answer at most, about, in ms. */
const slice = 8;
const furthest = 320;

/**
 * Finds places for all labels of a picture at rest: each takes the best that is free, then those that
 * stand poorly, in short or far away or across a line, try places that others hold. Who has to give way
 * looks for another place; the change stays where all of them together stand better for it. The work
 * is done in slices between which the page answers; undefined once it is no longer wanted.
 */
export async function settleLabels(
  wishes: readonly Wish[],
  around: Surroundings,
  signal: AbortSignal,
): Promise<readonly Label[] | undefined> {
  const settling = settled(wishes, around);
  let step = settling.next();
  let until = performance.now() + slice;
  for (; step.done !== true; step = settling.next()) {
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return undefined;
    until = performance.now() + slice;
  }
  return step.value;
}

function* settled(
  wishes: readonly Wish[],
  around: Surroundings,
): Generator<undefined, readonly Label[]> {
  const choices: (readonly Place[])[] = [];
  let chosen: Arrangement = [];
  for (const [index, wish] of wishes.entries()) {
    const places = placesOf(wish, around);
    choices.push(places);
    chosen[index] = bestOf(places, chosen);
    yield;
  }
  for (let round = 0; round < rounds; round += 1) {
    const before = chosen;
    for (const index of choices.keys()) {
      chosen = improved(chosen, choices, index);
      yield;
    }
    if (before === chosen) break;
  }
  return chosen.flatMap((place) => (place === undefined ? [] : [place.label]));
}

/** All places that cover no mark and stay within bounds, the best first. */
function placesOf(wish: Wish, around: Surroundings): readonly Place[] {
  const texts = [wish, ...wish.shorter.map((brief) => ({ ...wish, ...brief }))];
  const places = texts.flatMap((each, index) => {
    const last = index > 0 && index === texts.length - 1;
    const worth = last ? costs.lastResort : index * costs.shorter;
    const labels = [...beside(each), ...ringed(each, furthest)];
    return labels.flatMap((label) => placeOf(label, worth, around) ?? []);
  });
  return places.sort((one, other) => one.cost - other.cost);
}

function placeOf(
  label: Label,
  worth: number,
  { bounds, marks, lines }: Surroundings,
): Place | undefined {
  const box = boxOf(label);
  if (!within(box, bounds) || marks.some((mark) => overlap(mark, box))) return undefined;
  const { wish } = label;
  const line = leaderOf(label);
  let cost = worth;
  if (lines.some((each) => overlap(each, box))) cost += costs.threshold;
  if (line !== undefined) {
    const [x1, y1, x2, y2] = line;
    cost += costs.line + Math.hypot(x2 - x1, y2 - y1);
    if (marks.some((mark) => isAway(mark, wish) && throughBox(line, mark))) cost += costs.crossing;
  }
  return { label, box, line, cost };
}

/** The best place that covers no other label. */
function bestOf(places: readonly Place[], chosen: Arrangement): Place | undefined {
  let best: Place | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    if (place.cost >= least) break;
    const cost = costAmong(place, chosen, least);
    if (cost < least) [best, least] = [place, cost];
  }
  return best;
}

/** What a place costs among the others: no label goes over another, and a crossing is dear. */
function costAmong(place: Place, chosen: Arrangement, least = Number.POSITIVE_INFINITY): number {
  let cost = place.cost;
  for (const other of chosen) {
    if (other === undefined || other === place) continue;
    if (overlap(other.box, place.box)) return Number.POSITIVE_INFINITY;
    if (isCrossed(place, other)) cost += costs.crossing;
    if (cost >= least) return cost;
  }
  return cost;
}

/** The arrangement with a better place for one label, or the same one where there is none. */
function improved(
  chosen: Arrangement,
  choices: readonly (readonly Place[])[],
  index: number,
): Arrangement {
  const own = chosen[index];
  const now = own === undefined ? costs.nowhere : costAmong(own, chosen);
  if (now < poor) return chosen;
  let tries = 40;
  for (const place of choices[index] ?? []) {
    if (place.cost >= now) break;
    const away = inTheWay(place, chosen, index);
    if (away.length > 2) continue;
    const next = chosen.slice();
    const gain = giveWay(next, choices, { index, place, away });
    if (gain > 1) return next;
    tries -= 1;
    if (tries === 0) break;
  }
  return chosen;
}

function inTheWay(place: Place, chosen: Arrangement, index: number): readonly number[] {
  const away: number[] = [];
  for (const [other, held] of chosen.entries()) {
    if (held === undefined || other === index) continue;
    if (overlap(held.box, place.box) || isCrossed(place, held)) away.push(other);
    if (away.length > 2) break;
  }
  return away;
}

/** Puts a label where it wants to be, those in its way elsewhere; tells by how much all stand better. */
function giveWay(
  next: Arrangement,
  choices: readonly (readonly Place[])[],
  {
    index,
    place,
    away,
  }: { readonly index: number; readonly place: Place; readonly away: readonly number[] },
): number {
  let gain = -place.cost;
  for (const each of [index, ...away]) {
    const held = next[each];
    next[each] = undefined;
    gain += held === undefined ? costs.nowhere : costAmong(held, next);
  }
  next[index] = place;
  for (const each of away) {
    const found = bestOf(choices[each] ?? [], next);
    gain -= found === undefined ? costs.nowhere : costAmong(found, next);
    next[each] = found;
  }
  return gain;
}
