import { labelCatalogue, labelName } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import { ownCommentStart } from '../render/own-comment-start.ts';
import { unassignedInWords } from '../render/unassigned-in-words.ts';
import type { Change } from './change.ts';
import { isFinal } from './ports/fault.ts';
import type { Issues } from './ports/issues.ts';
import type { Writer, Written } from './ports/writer.ts';

/**
 * The only caller of a writer: carries out the Changes in order and gives back where each was written. A dry
 * run is not calling it. Labels that are missing are created first, all of the catalogue at once, with colour
 * and description. What GitHub refuses for good keeps nothing else from being written; the first such fault is
 * thrown at the end. Any other fault ends it at once. Under an issue that was opened without its assignee a comment
 * says so.
 */
export async function apply(
  changes: readonly Change[],
  world: Writer & Pick<Issues, 'readLabelNames'>,
  policy: Policy,
): Promise<readonly Written[]> {
  const refusals: unknown[] = [];
  const needsLabels = changes.some(({ kind }) => kind === 'add-labels' || kind === 'open-issue');
  const missing = needsLabels ? await missingLabels(world, policy) : [];
  for (const label of missing) {
    await world.write(label).catch(keepIn(refusals));
    // Where one label may not be created, none may.
    if (refusals.length > 0) break;
  }
  const written: Written[] = [];
  for (const change of changes) {
    const one = await world.write(change).catch(keepIn(refusals));
    if (one === null) continue;
    written.push(one);
    for (const told of planUnassigned(one)) await world.write(told).catch(keepIn(refusals));
  }
  if (refusals.length > 0) throw refusals[0];
  return written;
}

function keepIn(refusals: unknown[]): (error: unknown) => null {
  return (error) => {
    if (!isFinal(error)) throw error;
    refusals.push(error);
    return null;
  };
}

/** Tells under an issue that was opened without its assignee whom GitHub does not take, and what to do. */
function planUnassigned({ number, unassigned = [] }: Written): readonly Change[] {
  if (number === null || unassigned.length === 0) return [];
  const marker = `${ownCommentStart}unassigned -->`;
  return [{ kind: 'post-comment', number, marker, body: `${marker}\n${unassignedInWords(unassigned)}` }];
}

async function missingLabels(
  world: Pick<Issues, 'readLabelNames'>,
  policy: Policy,
): Promise<readonly Change[]> {
  const present = new Set((await world.readLabelNames()).map((name) => name.toLowerCase()));
  return labelCatalogue.flatMap(({ key, color, description }) => {
    const name = labelName(key, policy.labels);
    return present.has(name.toLowerCase())
      ? []
      : [{ kind: 'create-label' as const, name, color, description }];
  });
}
