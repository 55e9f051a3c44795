import { describe, expect, it } from 'vitest';
import { dispatchEvent } from '../support/action-events.ts';
import { openPull, repository, startCheckedInTest, withoutPause } from '../support/checked-repository.ts';
import { runAction } from '../support/run-action.ts';

/** What the runner would obey: a line that begins with `::`, white space before it or not. */
function commandsIn(stdout: string): readonly string[] {
  return stdout.split(/[\r\n]+/).filter((line) => line.trimStart().startsWith('::'));
}

describe('what the Action tells the runner', () => {
  it('T30: is before all else which token is to be hidden', async () => {
    const { github, check } = await startCheckedInTest();
    const run = await check(await openPull(github, { body: '' }));
    expect(run.stdout.startsWith(`::add-mask::${github.workflowToken}\n`), run.stdout).toBe(true);
    const elsewhere = [
      run.stdout.slice(run.stdout.indexOf('\n')),
      run.stderr,
      run.summary,
      ...run.outputs.values(),
    ];
    expect(elsewhere.join('\n')).not.toContain(github.workflowToken);
  });

  it('T29: is one annotation for each Problem, whatever the settings hold', async () => {
    const config = '"a\\n::set-output name=a::b\\r\\n::error::c%0A::stop-commands::d": 1\n"e,f:g": 2\n';
    const { github } = await startCheckedInTest({ config });
    const inputs = { mode: 'validate' };
    const run = await runAction({
      github,
      env: withoutPause,
      inputs,
      ...(await dispatchEvent(github, repository)),
    });
    const [mask, ...commands] = commandsIn(run.stdout);
    expect(mask).toMatch(/^::add-mask::/);
    const begins = '::warning title=CONFIG_UNKNOWN_KEY,file=.github/chokepoint.yml,line=';
    expect(commands.map((line) => line.slice(0, begins.length))).toEqual([
      begins,
      begins,
      expect.stringMatching(/^::error::Config, /),
    ]);
    expect(commands[0]).toContain('c%250A');
  });

  it('T29: closes every output with a word that nobody can know before', async () => {
    const { github, check } = await startCheckedInTest();
    const number = await openPull(github, { body: '' });
    const ends = [await check(number), await check(number)].flatMap(({ outputText }) =>
      [...outputText.matchAll(/^\w+<<(.+)\n(?:.*\n)*?\1$/gm)].map(([, end]) => end),
    );
    expect(ends).toHaveLength(6);
    expect(new Set(ends).size).toBe(6);
  });
});
