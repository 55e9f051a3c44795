import { describe, expect, it } from 'vitest';
import { commandNames } from '../../../src/core/commands/command.ts';
import { commandGuide, commandsOn, whoInWords } from '../../../src/core/commands/guide.ts';
import { readCommands } from '../../../src/core/commands/read-commands.ts';

describe('the guide', () => {
  it('gives every command a usage that can be read once its ellipsis is filled in', () => {
    for (const [name, { usage }] of Object.entries(commandGuide)) {
      const line = usage.replaceAll('…', 'it helps').replace(/\|[a-z|]+/, '');
      const { value, problems } = readCommands(line);
      expect(problems).toEqual([]);
      expect(value.map((command) => command.name)).toEqual([name]);
    }
  });

  it('lists what applies in each place', () => {
    expect(commandsOn('issue')).toEqual(['candidate', 'help']);
    expect(commandsOn('pull-request')).toEqual(['constraint', 'accept', 'help']);
    expect(commandsOn('closed-first-move')).toEqual(['outcome', 'help']);
    expect(commandsOn('summary')).toEqual(['metric', 'help']);
    expect(commandsOn('decision-issue')).toEqual(['metric', 'decide', 'help']);
    expect(commandsOn('candidate')).toEqual([
      'answer',
      'score',
      'constraint',
      'confirm',
      'settle',
      'first-move',
      'help',
    ]);
  });

  it('says who may use each command, a score as scoring.who-may-score has it', () => {
    expect(Object.fromEntries(commandNames.map((name) => [name, whoInWords(name, 'triage')]))).toEqual({
      answer: 'the author or a triager',
      score: 'a triager',
      constraint: 'a maintainer',
      confirm: 'a triager',
      settle: 'a maintainer',
      'first-move': 'a maintainer',
      outcome: 'a maintainer',
      candidate: 'a triager',
      accept: 'a maintainer',
      metric: 'a maintainer',
      decide: 'a maintainer',
      help: 'anyone',
    });
    expect([whoInWords('score', 'write'), whoInWords('score', 'all')]).toEqual(['a maintainer', 'anyone']);
  });
});
