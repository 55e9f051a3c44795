import { z } from 'zod';
import { checkShape, rankShape, scoreShape } from '../src/cli/json-shapes.ts';

/** The JSON schema of what each command prints with `--json`, by the name of its file under docs/json/. */
export function renderJsonSchemas(): ReadonlyMap<string, string> {
  const shapes = { score: scoreShape, rank: rankShape, check: checkShape };
  return new Map(
    Object.entries(shapes).map(([name, shape]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(shape), null, 2)}\n`,
    ]),
  );
}
