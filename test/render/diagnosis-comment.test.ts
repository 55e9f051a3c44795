import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/core/diagnosis/diagnose.ts';
import { findFlips } from '../../src/core/diagnosis/flips.ts';
import { readTaskNotes } from '../../src/render/diagnosis/evidence-tasks.ts';
import { type DiagnosisCommentInput, renderDiagnosisComment } from '../../src/render/diagnosis-comment.ts';
import { answersWith, clearFromTheEnd, type Degrees, type Picks } from '../core/diagnosis/builders.ts';

function comment(degrees: Degrees, picks: Picks = {}, input: Partial<DiagnosisCommentInput> = {}): string {
  const answers = answersWith(degrees, picks);
  return renderDiagnosisComment({
    repository: 'acme/app',
    number: 7,
    answered: { answers, diagnosed: diagnose(answers), flips: findFlips(answers) },
    problems: [],
    primary: null,
    since: '2026-11-02',
    configUrl: 'https://github.com/acme/app/new/main?filename=.github/chokepoint.yml',
    hasConfig: false,
    notes: new Map(),
    ...input,
  });
}

const three = clearFromTheEnd(3);

describe('the answer to a diagnosis', () => {
  it('holds points, reasons, flips, what comes after and the block to commit, in this order', () => {
    const degrees = {
      'onboarding-drop': 2,
      revenue: 2,
      'support-load': 2,
      'slower-plan': 2,
      'codebase-slows': 1,
      trust: 1,
      planning: 1,
    } as const;
    expect(comment(degrees, { 'tickets-ask': 'how-to-start' })).toMatchInlineSnapshot(`
      "<!-- chokepoint:diagnosis acme/app#7 -->

      **Activation**, with high confidence. After it: throughput.

      |  | points | from |
      |---|:-:|---|
      | **Activation** | **12** | users drop off during onboarding, measured (6) · revenue depends on the activation path, measured (4) · tickets ask how to start, measured (2) |
      | Throughput | 7 | the release plan slows down, measured (6) · the codebase slows decisions (1) |
      | Reliability | 2 | customers could doubt the product (2) |

      <details><summary>The points as a chart</summary>

      \`\`\`mermaid
      %%{init: {"xyChart":{"width":520,"height":300,"legendPadding":24,"yAxis":{"labelPadding":12}},"themeVariables":{"xyChart":{"plotColorPalette":"#d2600a, #768390, #2da44e"}}}}%%
      xychart-beta
        title "Points"
        x-axis ["Activation", "Throughput", "Reliability", "Adoption", "Operations"]
        y-axis 0 --> 12
        bar [12, 7, 2, 0, 0]
      \`\`\`

      </details>

      Three of five pressures are clear; retention and operations are vague. No sequence rule stands against it: the team can ship safely, and reliability is not present. Confidence is high: Activation is 5 points ahead of throughput, with 3 of its inputs measured.

      **What would change it**

      - If *trust* or *planning* were vague, the answer would be **a two-week optimization pass on Activation**.

      \`\`\`yaml
      primary:
        constraint: activation
        since: 2026-11-02
        because: …
        metric: { name: …, unit: "%", baseline: …, target: …, minimum: … }
      \`\`\`

      [Create \`.github/chokepoint.yml\`](https://github.com/acme/app/new/main?filename=.github/chokepoint.yml) with it to start day 1; put the day of the commit into \`since\`, and a number into each place of the metric: where it stands, where it should be after 90 days, and the least that justifies going on.

      <sub>Improve first for activation: onboarding, setup, education, empty states, time-to-value</sub>

      <sub>[How this is worked out](https://github.com/chokepoint/chokepoint/blob/main/docs/diagnosis.md) · edit the issue, and this answer follows</sub>"
    `);
  });

  it('says which sequence rule decided, and why', () => {
    const text = comment({ ...three, 'onboarding-drop': 2, revenue: 2, 'paid-reliability': 2, trust: 0 });
    expect(text).toContain('**Reliability**, with medium confidence. After it: activation.');
    expect(text).toContain('Activation has the most points, but reliability comes first:');
    expect(text).toContain('(rule R2)');
  });

  it('tells of points beyond the cap', () => {
    const degrees = { ...three, 'onboarding-drop': 2, revenue: 2, retention: 2 } as const;
    expect(comment(degrees)).toContain('14 in all, counted as 12');
  });

  it('names the single answers that would change it', () => {
    const text = comment({ ...three, 'onboarding-drop': 2, 'paid-reliability': 1 });
    expect(text).toContain('- If *users drop off during onboarding* were only anecdotal, or ');
    expect(text).toContain('- If *paid customers expect reliability* or *trust* were measured, ');
    expect(text).toContain('the answer would be **Reliability**.');
  });
});

describe('next to what is declared', () => {
  const primary = {
    constraint: 'activation',
    since: '2026-08-03',
    because: null,
    owner: null,
    metric: null,
  } as const;
  it('has nothing to commit where it agrees', () => {
    const text = comment({ ...three, 'onboarding-drop': 2 }, {}, { primary, hasConfig: true });
    expect(text).toContain('**Activation** is what is declared since 3 August: nothing to commit.');
    expect(text).not.toContain('```yaml');
  });

  it('switches nothing where it disagrees', () => {
    const text = comment({ ...three, 'manual-delivery': 2 }, {}, { primary, hasConfig: true });
    expect(text).toContain(
      '**Activation** is declared since 3 August, and nothing switches by itself. To move:',
    );
    expect(text).toContain('constraint: operations');
    expect(text).toContain('Commit it to [`.github/chokepoint.yml`]');
  });
});

describe('not ready, with the same respect', () => {
  it('lists what to collect for each vague pressure, with a place for an owner, and offers the pause', () => {
    const text = comment({ 'onboarding-drop': 2, trust: 1 });
    expect(text).toContain('One of five pressures is clear; choosing now would be a guess.');
    expect(text.match(/^- \[ \] \*\*(\w+)\*\*: .*\? \*\(owner: …\)\*$/gm)).toHaveLength(4);
    expect(text).not.toContain('**trust**');
    expect(text).toContain('```yaml\ndrift:\n  pause: true\n```');
    expect(text).not.toContain('primary:');
  });

  it('says what is too weak', () => {
    expect(comment({ ...three, 'paid-reliability': 1 })).toContain('Reliability leads with 5 of 12 points');
  });

  it('takes two weeks where two pressures are clear, with the evidence to collect and the block', () => {
    const text = comment({ ...clearFromTheEnd(2), 'onboarding-drop': 2 });
    expect(text).toContain('**Two weeks of optimizing Activation**, not yet 90 days');
    expect(text.match(/^- \[ \] \*\*/gm)).toHaveLength(3);
    expect(text).toContain('primary:\n  constraint: activation');
  });

  it.each([
    ['no-users', 'whether somebody needs it', 'Talk to people who have the problem'],
    ['ai-question', 'a small proof of concept', 'a yardstick agreed before anything is built'],
  ] as const)('sends %s elsewhere kindly', (stage, headline, advice) => {
    const text = comment({ ...three, 'onboarding-drop': 2 }, { stage });
    expect(text).toContain('**Another question comes first.**');
    expect(text).toContain(headline);
    expect(text).toContain(advice);
    expect(text).not.toMatch(/primary:|mermaid|\| points/);
  });
});

describe('the evidence list', () => {
  it('is read back with its ticks and owners', () => {
    const [line = ''] = comment({}).match(/^- \[ \] \*\*trust.*$/m) ?? [];
    const filled = line.replace('[ ]', '[x]').replace('…', '@max-2');
    expect(readTaskNotes(filled)).toEqual(new Map([['trust', { done: true, owner: 'max-2' }]]));
    expect(readTaskNotes(line)).toEqual(new Map([['trust', { done: false, owner: null }]]));
  });

  it('repeats no more of what was written there than a name', () => {
    const [line = ''] = comment({}).match(/^- \[ \] \*\*trust.*$/m) ?? [];
    expect(readTaskNotes(line.replace('…', '<b>x</b>')).get('trust')?.owner).toBeNull();
  });
});
