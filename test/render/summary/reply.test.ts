import { describe, expect, it } from 'vitest';
import { renderSummaryReply } from '../../../src/render/summary/reply.ts';

const marker = '<!-- chokepoint:summary-reply -->';
const problem = { code: 'X', message: '`/metric` could not be read.', fix: 'Write `/metric 41.5`.' };
const refused = { by: 'eve', at: '2026-11-30T08:00:00Z', commentId: 2, command: 'metric', problem } as const;
const told = '- eve: `/metric` could not be read. Write `/metric 41.5`.';

describe('the answer under a summary', () => {
  it('tells of refused commands, then lists the commands to whoever asks', () => {
    expect(renderSummaryReply([refused], false, 'triage')).toBe(`${marker}\n\n${told}`);
    const both = renderSummaryReply([refused], true, 'triage');
    expect(both?.startsWith(`${marker}\n\n${told}\n\n<details><summary>Commands that apply here`)).toBe(true);
    const help = renderSummaryReply([], true, 'triage');
    expect(help?.startsWith(`${marker}\n\n<details><summary>Commands that apply here`)).toBe(true);
    expect(help).toContain('/metric');
  });

  it('is none where there is nothing to say', () => {
    expect(renderSummaryReply([], false, 'triage')).toBeNull();
    expect(renderSummaryReply([{ ...refused, problem: null }], false, 'triage')).toBeNull();
  });
});
