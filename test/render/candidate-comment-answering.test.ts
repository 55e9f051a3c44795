import { describe, expect, it } from 'vitest';
import { resolveCandidate } from '../../src/core/commands/resolve-candidate.ts';
import { renderCandidateComment, renderWithdrawnComment } from '../../src/render/candidate-comment.ts';
import { recordWith } from '../core/commands/builders.ts';
import { ratingsOf } from '../core/scoring/builders.ts';

import { input, open } from './candidate-comment-input.ts';

const linked = { ratings: ratingsOf(5, 4, 4, 5) };

describe('what the comment asks for', () => {
  it('asks for one missing answer at a time', () => {
    expect(
      renderCandidateComment(input({ risk: '', ratings: { ...ratingsOf(5, 4, 4, 5), confidence: null } })),
    ).toMatchInlineSnapshot(`
      "<!-- chokepoint:candidate acme/shop#118 -->

      **Almost there.** Two answers are missing before this can be ranked. First: *What technical or operational risk could block the change?* An engineer can answer here:

      \`\`\`
      /answer risk: …
      \`\`\`

      <sub>Then: execution confidence · [how this is worked out](https://github.com/chokepoint/chokepoint/blob/main/docs/scoring.md) · rules 1 · \`/help\`</sub>"
    `);
  });

  it('names discovery where the three questions are open', () => {
    expect(renderCandidateComment(input({ behaviour: '', metric: '', risk: '' }))).toMatchInlineSnapshot(`
      "<!-- chokepoint:candidate acme/shop#118 -->

      **Discovery before engineering.** What changes, the metric that would prove it and the risk that could block it are all still open. Begin with: *What business metric would prove the improvement mattered?* Answer here:

      \`\`\`
      /answer metric: …
      \`\`\`

      <sub>Then: what changes and the risk · [how this is worked out](https://github.com/chokepoint/chokepoint/blob/main/docs/scoring.md) · rules 1 · \`/help\`</sub>"
    `);
  });

  it('shows both ways where the form was bypassed', () => {
    const form = { constraint: null, ratings: open, behaviour: '', metric: '', risk: '', links: '' };
    const problems = [
      { code: 'FORM_BYPASSED', message: 'No heading of the form was found.', fix: 'Use it.' },
    ];
    expect(renderCandidateComment(input(form, {}, { problems }))).toMatchInlineSnapshot(`
      "<!-- chokepoint:candidate acme/shop#118 -->

      **Not ranked yet.** This issue is a candidate, but its text does not come from the candidate form. Two ways from here:

      - file it with [the form](https://github.com/acme/shop/issues/new?template=candidate.yml): two minutes, and close this one; or
      - answer here, all at once or one by one:

      \`\`\`
      /answer constraint: …
      /score impact=… evidence=… confidence=… timing=…
      /answer metric: …
      /answer behaviour: …
      /answer risk: …
      \`\`\`

      <sub>Constraint: activation, adoption, reliability, operations or throughput · the four ratings: from 1 to 5</sub>

      <sub>[How this is worked out](https://github.com/chokepoint/chokepoint/blob/main/docs/scoring.md) · rules 1 · \`/help\`</sub>"
    `);
  });

  it('tells what stands against the form, and commands that were refused', () => {
    const problems = [
      {
        code: 'FORM_UNKNOWN_OPTION',
        message: 'The answer to *Constraint* is none of its options.',
        found: 'Growth @ana',
        expected: 'activation, adoption, reliability, operations or throughput',
        fix: 'Answer with `/answer constraint: activation`.',
        field: 'constraint',
      },
      {
        code: 'FORM_FIELD_MISSING',
        message: 'Constraint is missing.',
        fix: 'Answer it.',
        field: 'constraint',
      },
    ];
    const record = recordWith([
      ['eve', '/settle 5 5 5 5 because I say so'],
      ['tom', '/score 9'],
    ]);
    const { outcomes } = resolveCandidate(record);
    expect(
      renderCandidateComment(input({ constraint: null }, {}, { problems, outcomes })),
    ).toMatchInlineSnapshot(`
      "<!-- chokepoint:candidate acme/shop#118 -->

      **Almost there.** One answer is missing before this can be ranked: *Which constraint does it serve?* activation, adoption, reliability, operations or throughput. Answer here:

      \`\`\`
      /answer constraint: …
      \`\`\`

      - The answer to \\*Constraint\\* is none of its options. Found: Growth @​ana. Expected: activation, adoption, reliability, operations or throughput. Answer with \`/answer constraint: activation\`. <sub>FORM_UNKNOWN_OPTION</sub>

      - eve: \`/settle\` is for a maintainer of this repository. Ask a maintainer to write \`/settle 4 3 4 5 because …\`.
      - tom: \`/score\` could not be read: ratings are whole numbers from 1 to 5, all four in the order impact, evidence, confidence, timing, or by name as in \`impact=4\`. Write \`/score 4 3 4 5 because …\`.

      <sub>[How this is worked out](https://github.com/chokepoint/chokepoint/blob/main/docs/scoring.md) · rules 1 · \`/help\`</sub>"
    `);
  });
});

describe('what the comment answers', () => {
  it('answers /help with the commands that apply', () => {
    const help = renderCandidateComment(input(linked, {}, { help: 'candidate' }));
    expect(help).toContain('- `/settle 4 3 4 5 because …` (a maintainer) ');
    expect(help).not.toContain('/decide');
    expect(renderCandidateComment(input(linked))).not.toContain('<details>');
  });

  it('says what to write as a second opinion once there are several raters', () => {
    const opinions = [
      { by: 'ben', at: '2026-11-03T00:00:00Z', ratings: { impact: 4 as const }, because: null },
    ];
    const ratings = ratingsOf(5, 4, 2, 5);
    expect(renderCandidateComment(input({ ratings }))).toContain('`/answer confidence: 3`');
    expect(renderCandidateComment(input({ ratings }, { opinions }))).toContain('`/score confidence=3`');
  });

  it('forgets a refusal once the same person wrote the command well', () => {
    const record = recordWith([
      ['tom', '/score 9'],
      ['tom', '/score 4 3 4 5'],
      ['eve', '/confirm'],
      ['eve', '/confirm'],
    ]);
    const comment = renderCandidateComment(
      input(linked, {}, { outcomes: resolveCandidate(record).outcomes }),
    );
    expect(comment).not.toContain('tom');
    expect(comment.match(/eve/g)).toHaveLength(1);
  });

  it('counts refusals beyond the last three', () => {
    const record = recordWith(['a', 'b', 'c', 'd', 'e'].map((login) => [login, '/confirm'] as const));
    const comment = renderCandidateComment(
      input(linked, {}, { outcomes: resolveCandidate(record).outcomes }),
    );
    expect(comment).toContain('- (2 earlier)\n- c: `/confirm` is for a triager');
  });

  it('asks for what the form gives in two ways, until a command answers it', () => {
    const form = { ratings: { ...ratingsOf(4, 4, 4, 4), impact: null } };
    const problems = [
      {
        code: 'FORM_AMBIGUOUS',
        message: 'The heading "### Business impact" can be read in more than one way.',
        fix: 'Answer with `/answer impact: …`.',
        field: 'impact',
      },
    ];
    const before = renderCandidateComment(input(form, { ambiguous: ['impact'] }, { problems }));
    expect(before).toContain('```\n/answer impact: …\n```');
    expect(before).toContain('more than one way. Answer with `/answer impact: …`. <sub>FORM_AMBIGUOUS</sub>');
    const opinions = [
      { by: 'ben', at: '2026-11-03T00:00:00Z', ratings: { impact: 4 as const }, because: null },
    ];
    const after = renderCandidateComment(input(form, { ambiguous: ['impact'], opinions }, { problems }));
    expect(after).toContain('**Ready** · 4.0');
    expect(after).not.toContain('FORM_AMBIGUOUS');
  });

  it('shrinks to one line when the candidate is withdrawn', () => {
    expect(renderWithdrawnComment({ repository: 'acme/shop', number: 118 })).toBe(
      '<!-- chokepoint:candidate acme/shop#118 -->\n\nWithdrawn: no longer a candidate. The label `candidate` brings it back.',
    );
  });
});
