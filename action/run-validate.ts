import { readConfigChain } from '../src/config/read-config-chain.ts';
import { validate } from '../src/tasks/validate.ts';
import type { Run } from './current-run.ts';
import { type Report, toAnnotation } from './report.ts';

/** Reads config, forms and workflows of the default branch and puts every Problem on its line. */
export async function runValidate({ inputs, world }: Run): Promise<Report> {
  const { problems, paths, absent } = await validate(world, (text) =>
    readConfigChain(text, inputs.repository, world.readConfigFile),
  );
  const looked =
    paths.length === 0 ? 'There are no settings of Chokepoint.' : `Looked at: ${paths.join(', ')}.`;
  const built = absent.length === 0 ? '' : ` Not there, so built in: ${absent.join(', ')}.`;
  const isFine = problems.length === 0;
  return {
    outputs: { conclusion: isFine ? 'success' : 'failure' },
    jobSummary: `${isFine ? 'Everything is fine.' : `${problems.length} Problems.`} ${looked}${built}\n`,
    annotations: problems.map(toAnnotation),
    failure: isFine ? null : 'Config, forms or workflows have Problems: see the annotations.',
  };
}
