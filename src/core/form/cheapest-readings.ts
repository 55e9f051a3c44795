/**
 * The headings of a body as the steps of possible readings: a reading takes some of them, in order, each field at
 * most once. Positions are positions of headings; `end` (their number) is the end of the body.
 */
export interface Steps {
  readonly fieldCount: number;
  /** The field of each heading. */
  readonly field: readonly number[];
  /** What it costs to take each heading. */
  readonly cost: readonly number[];
  /** Where an answer of one line, or none, must end for its field to allow it; `null` where any end is allowed. */
  readonly ends: readonly (readonly number[] | null)[];
  /** What an answer costs that its field does not allow. */
  readonly notAllowed: number;
  /** What a field costs whose heading is not taken. */
  readonly missing: number;
}

/** From a taken heading to the next taken one, which stands anywhere from `nearest` to `farthest`. */
export interface Span {
  readonly heading: number;
  readonly nearest: number;
  readonly farthest: number;
  readonly allowed: boolean;
}

/** All readings of least cost, without listing them: there can be more than the body has characters. */
export interface CheapestReadings {
  readonly least: number;
  /** By field: the spans that occur in a cheapest reading, in the order of their headings. */
  readonly spans: readonly (readonly Span[])[];
  /** By field: whether a cheapest reading does without its heading. */
  readonly skipped: readonly boolean[];
}

interface Onward {
  readonly cost: number;
  readonly nearest: number;
  readonly farthest: number;
  /** The last field that one of the equally cheap next headings has. */
  readonly lastField: number;
}

/** Weighs all readings at once; time grows with headings × fields. */
export function findCheapestReadings(steps: Steps): CheapestReadings {
  const onward = onwardFrom(steps);
  const after = onward.after;
  const before = costsBefore(steps);
  let least = Number.POSITIVE_INFINITY;
  for (const [heading, cost] of after.entries()) least = Math.min(least, cost + at(before, heading));

  const spans: Span[][] = Array.from({ length: steps.fieldCount }, () => []);
  const skipped: boolean[] = Array.from({ length: steps.fieldCount }, () => false);
  const skip = (from: number, to: number) => {
    for (let field = from; field < to; field += 1) skipped[field] = true;
  };
  for (const [heading, cost] of after.entries()) {
    if (cost + at(before, heading) !== least) continue;
    const field = at(steps.field, heading);
    if (at(before, heading) === field * steps.missing) skip(0, field);
    for (const { span, lastField } of cheapestSpans(steps, onward, heading)) {
      spans[field]?.push(span);
      skip(field + 1, lastField);
    }
  }
  return { least, spans, skipped };
}

interface OnwardTable {
  /** By heading: the cost from it to the end of the body. */
  readonly after: readonly number[];
  /** By heading: the cheapest way on when its answer may end anywhere. */
  readonly open: readonly Onward[];
}

function onwardFrom(steps: Steps): OnwardTable {
  const count = steps.field.length;
  const after = new Array<number>(count).fill(0);
  const open = new Array<Onward>(count);
  const best: (Onward | null)[] = Array.from({ length: steps.fieldCount }, () => null);
  for (let heading = count - 1; heading >= 0; heading -= 1) {
    const field = at(steps.field, heading);
    const way = cheapestOpenWay(steps, best, field);
    open[heading] = way;
    const ends = at(steps.ends, heading);
    let cost = way.cost + (ends === null ? 0 : steps.notAllowed);
    for (const end of ends ?? []) cost = Math.min(cost, costOfEnd(steps, after, field, end));
    const total = cost + at(steps.cost, heading);
    after[heading] = total;
    const known = best[field];
    if (!known || total < known.cost) {
      best[field] = { cost: total, nearest: heading, farthest: heading, lastField: field };
    } else if (total === known.cost) {
      best[field] = { ...known, nearest: heading };
    }
  }
  return { after, open };
}

function cheapestOpenWay(steps: Steps, best: readonly (Onward | null)[], field: number): Onward {
  const end = steps.field.length;
  let way: Onward = {
    cost: (steps.fieldCount - 1 - field) * steps.missing,
    nearest: end,
    farthest: end,
    lastField: steps.fieldCount,
  };
  for (let next = steps.fieldCount - 1; next > field; next -= 1) {
    const found = best[next];
    if (!found) continue;
    const cost = (next - field - 1) * steps.missing + found.cost;
    if (cost < way.cost) way = { ...found, cost };
    else if (cost === way.cost) {
      const nearest = Math.min(way.nearest, found.nearest);
      way = { ...way, nearest, farthest: Math.max(way.farthest, found.farthest) };
    }
  }
  return way;
}

function costOfEnd(steps: Steps, after: readonly number[], field: number, end: number): number {
  const next = end === steps.field.length ? steps.fieldCount : at(steps.field, end);
  if (next <= field) return Number.POSITIVE_INFINITY;
  return (next - field - 1) * steps.missing + (next === steps.fieldCount ? 0 : at(after, end));
}

function cheapestSpans(
  steps: Steps,
  { after, open }: OnwardTable,
  heading: number,
): readonly { span: Span; lastField: number }[] {
  const field = at(steps.field, heading);
  const cost = at(after, heading) - at(steps.cost, heading);
  const ends = at(steps.ends, heading);
  const found = (ends ?? [])
    .filter((end) => costOfEnd(steps, after, field, end) === cost)
    .map((end) => ({
      span: { heading, nearest: end, farthest: end, allowed: true },
      lastField: end === steps.field.length ? steps.fieldCount : at(steps.field, end),
    }));
  const { nearest, farthest, lastField, cost: openCost } = at(open, heading);
  if (openCost + (ends === null ? 0 : steps.notAllowed) === cost) {
    found.push({ span: { heading, nearest, farthest, allowed: ends === null }, lastField });
  }
  return found;
}

/** By heading: the least cost of everything before it. */
function costsBefore(steps: Steps): readonly number[] {
  const before = steps.field.map((field) => field * steps.missing);
  const best = new Array<number>(steps.fieldCount).fill(Number.POSITIVE_INFINITY);
  for (const [heading, field] of steps.field.entries()) {
    let least = at(before, heading);
    for (let earlier = 0; earlier < field; earlier += 1) {
      least = Math.min(least, at(best, earlier) + (field - earlier - 1) * steps.missing);
    }
    before[heading] = least;
    const taken = least + at(steps.cost, heading);
    const ends = at(steps.ends, heading);
    best[field] = Math.min(at(best, field), taken + (ends === null ? 0 : steps.notAllowed));
    for (const end of ends ?? []) {
      const next = steps.field[end];
      if (next === undefined || next <= field) continue;
      before[end] = Math.min(at(before, end), taken + (next - field - 1) * steps.missing);
    }
  }
  return before;
}

/** An entry that is known to exist. */
function at<Entry>(list: readonly Entry[], position: number): Entry {
  const entry = list[position];
  if (entry === undefined) throw new RangeError(`No entry at ${position} of ${list.length}`);
  return entry;
}
