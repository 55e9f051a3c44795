import { describe, expect, it } from 'vitest';
import type { NextPrimary } from '../../../src/core/plan/next-primary.ts';
import {
  type DecisionReplyInput,
  decisionReplyMarker,
  renderDecisionReply,
} from '../../../src/render/decision/reply.ts';

const by = { by: 'ana', because: 'it *stalled*', at: '2027-01-25T10:00:00Z', commentId: 1 } as const;
const next: NextPrimary = {
  constraint: 'activation',
  since: '2027-01-25',
  because: null,
  owner: 'ana',
  metric: null,
};
const silent: DecisionReplyInput = {
  decided: null,
  diagnosisUrl: 'https://github.com/acme/app/issues/new?template=diagnosis.yml',
  outcomes: [],
  helpAsked: false,
  whoMayScore: 'triage',
};

describe('the answer under a decision issue', () => {
  it('takes a continue as the start of the next plan', () => {
    const decided = { told: { ...by, decision: 'continue' }, next } as const;
    expect(renderDecisionReply({ ...silent, decided })).toMatchInlineSnapshot(`
      "<!-- chokepoint:decision-reply -->

      **Continue**, decided by ana: *it \\*stalled\\**

      The constraint stays. Commit this to \`.github/chokepoint.yml\` to start the next plan:

      \`\`\`yaml
      primary:
        constraint: activation
        since: 2027-01-25
        because: …
        owner: "ana"
        metric: { name: …, unit: "%", baseline: …, target: …, minimum: … }
      \`\`\`

      Until then every summary says that this is decided and not yet committed."
    `);
  });

  it('has a refine say what is to be different', () => {
    const decided = { told: { ...by, decision: 'refine' }, next } as const;
    expect(renderDecisionReply({ ...silent, decided })).toMatchInlineSnapshot(`
      "<!-- chokepoint:decision-reply -->

      **Refine**, decided by ana: *it \\*stalled\\**

      The plan starts anew on the same constraint. Fill in what is to be different, and commit this to \`.github/chokepoint.yml\`:

      \`\`\`yaml
      primary:
        constraint: activation
        since: 2027-01-25
        because: …
        owner: "ana"
        metric: { name: …, unit: "%", baseline: …, target: …, minimum: … }
      \`\`\`

      Until then every summary says that this is decided and not yet committed."
    `);
  });

  it('sends a move to a new diagnosis first', () => {
    const decided = { told: { ...by, decision: 'move' }, next: { ...next, constraint: null } } as const;
    expect(renderDecisionReply({ ...silent, decided })).toMatchInlineSnapshot(`
      "<!-- chokepoint:decision-reply -->

      **Move**, decided by ana: *it \\*stalled\\**

      Something else holds the product back now. [File a new diagnosis](https://github.com/acme/app/issues/new?template=diagnosis.yml) to see what.

      Then commit what it finds to \`.github/chokepoint.yml\`:

      \`\`\`yaml
      primary:
        constraint: …
        since: 2027-01-25
        because: …
        owner: "ana"
        metric: { name: …, unit: "%", baseline: …, target: …, minimum: … }
      \`\`\`

      Until then every summary says that this is decided and not yet committed."
    `);
  });

  it('tells of a refused command, and lists the commands to whoever asks, one after the other', () => {
    const problem = { code: 'X', message: '`/decide` is for a maintainer.', fix: 'Ask one.' };
    const refused = { by: 'eve', at: by.at, commentId: 2, command: 'decide', problem } as const;
    const told = '- eve: `/decide` is for a maintainer. Ask one.';
    expect(renderDecisionReply({ ...silent, outcomes: [refused] })).toBe(`${decisionReplyMarker}\n\n${told}`);
    const both = renderDecisionReply({ ...silent, outcomes: [refused], helpAsked: true });
    expect(both?.startsWith(`${decisionReplyMarker}\n\n${told}\n\n<details>`)).toBe(true);
    expect(both).toContain('/decide continue');
  });

  it('is none where there is nothing to say', () => {
    expect(renderDecisionReply(silent)).toBeNull();
  });
});
