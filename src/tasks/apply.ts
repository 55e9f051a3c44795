import { labelCatalogue, labelName } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import type { Change } from './change.ts';
import type { Issues, Writer, Written } from './ports.ts';

/**
 * The only caller of a writer: carries out the Changes in order and gives back where each was written. A dry
 * run is not calling it. Labels that are missing are created first, all of the catalogue at once, with colour
 * and description.
 */
export async function apply(
  changes: readonly Change[],
  world: Writer & Pick<Issues, 'readLabelNames'>,
  policy: Policy,
): Promise<readonly Written[]> {
  const needsLabels = changes.some(({ kind }) => kind === 'add-labels' || kind === 'open-issue');
  const missing = needsLabels ? await missingLabels(world, policy) : [];
  const written: Written[] = [];
  for (const change of [...missing, ...changes]) written.push(await world.write(change));
  return written.slice(missing.length);
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
