import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/core/candidate.ts';
import { readCommands } from '../../src/core/commands/read-commands.ts';
import { resolveCandidate } from '../../src/core/commands/resolve-candidate.ts';
import type { ScoringInput } from '../../src/core/scoring/score-candidate.ts';
import { scoreCandidate } from '../../src/core/scoring/score-candidate.ts';
import {
  type CandidateCommentInput,
  candidateMarker,
  candidateMarkerStart,
  renderCandidateComment,
  renderWithdrawnComment,
} from '../../src/render/candidate-comment.ts';
import { recordWith } from '../core/commands/builders.ts';
import { anyScoringInput } from '../core/scoring/arbitraries.ts';
import { ratingsOf, scoredFrom } from '../core/scoring/builders.ts';

function input(
  form: Partial<Answers>,
  scoring: Partial<ScoringInput> = {},
  changes: Partial<CandidateCommentInput> = {},
): CandidateCommentInput {
  return {
    repository: 'acme/shop',
    number: 118,
    scored: scoredFrom(form, scoring),
    primary: scoring.primary === undefined ? 'activation' : scoring.primary,
    whoMayScore: 'triage',
    problems: [],
    outcomes: [],
    constraintBy: null,
    firstMove: { by: null, replacedBy: null },
    outcome: null,
    help: null,
    formUrl: 'https://github.com/acme/shop/issues/new?template=candidate.yml',
    ...changes,
  };
}

const open = { impact: null, evidence: null, confidence: null, timing: null };

describe('the comment on a candidate', () => {
  it('tells that claimed evidence is not shown, and the line that shows it', () => {
    expect(
      renderCandidateComment(input({ ratings: ratingsOf(5, 4, 4, 5), links: '' })),
    ).toMatchInlineSnapshot(`
      "<!-- chokepoint:candidate acme/shop#118 -->

      **Validate first** · 3.8 · Activation, the constraint

      High impact, shippable and timely, but nothing shows it yet: evidence is the one weak spot.

      |  | rated | counted |
      |---|:-:|:-:|
      | Business impact | 5 | 5 |
      | Evidence strength | 4 | **2** |
      | Execution confidence | 4 | 4 |
      | Strategic timing | 5 | 5 |

      - Evidence strength: claimed 4, counted 2: no link shows it

      **Next step.** Link the support thread, the survey or the funnel: \`/answer links: https://…\`. Evidence then counts as 4 and it becomes *ready*.

      Exciting, but weak on evidence.

      <sub>Improve first for activation: onboarding, setup, education, empty states, time-to-value</sub>

      <sub>[How this is worked out](https://github.com/chokepoint/chokepoint/blob/main/docs/scoring.md) · rules 1 · \`/help\`</sub>"
    `);
  });

  it('starts what is ready on the constraint', () => {
    expect(renderCandidateComment(input({ ratings: ratingsOf(5, 4, 4, 5) }))).toMatchInlineSnapshot(`
      "<!-- chokepoint:candidate acme/shop#118 -->

      **Ready** · 4.5 · Activation, the constraint

      High impact, well evidenced, shippable and timely: strong in all four.

      |  | rated | counted |
      |---|:-:|:-:|
      | Business impact | 5 | 5 |
      | Evidence strength | 4 | 4 |
      | Execution confidence | 4 | 4 |
      | Strategic timing | 5 | 5 |

      **Next step.** Start it: \`/first-move\` marks it as the chosen move.

      <sub>Improve first for activation: onboarding, setup, education, empty states, time-to-value</sub>

      <sub>[How this is worked out](https://github.com/chokepoint/chokepoint/blob/main/docs/scoring.md) · rules 1 · \`/help\`</sub>"
    `);
  });

  it('lets wait what is ready off the constraint', () => {
    const ratings = ratingsOf(4, 4, 5, 4);
    expect(
      renderCandidateComment(input({ constraint: 'reliability', ratings }, { primary: 'activation' })),
    ).toMatchInlineSnapshot(`
      "<!-- chokepoint:candidate acme/shop#118 -->

      **Ready, waiting: activation is the constraint** · 4.2 · Reliability

      High impact, well evidenced, shippable and timely: strong in all four.

      |  | rated | counted |
      |---|:-:|:-:|
      | Business impact | 4 | 4 |
      | Evidence strength | 4 | 4 |
      | Execution confidence | 5 | 5 |
      | Strategic timing | 4 | 4 |

      **Next step.** Nothing to do until the constraint moves here: it keeps its place.

      Timely, but for another constraint than the one the team works on.

      <sub>Improve first for reliability: performance, observability, testing, deployment, data integrity</sub>

      <sub>[How this is worked out](https://github.com/chokepoint/chokepoint/blob/main/docs/scoring.md) · rules 1 · \`/help\`</sub>"
    `);
  });

  it('shows raters who differ, and a constraint that a maintainer set', () => {
    const opinions = [
      { by: 'ben', at: '2026-11-03T00:00:00Z', ratings: { impact: 2, evidence: 4 }, because: null },
    ] as const;
    expect(
      renderCandidateComment(
        input(
          { ratings: ratingsOf(5, 3, 4, 4) },
          { opinions },
          { constraintBy: { by: 'mia', answered: 'adoption' } },
        ),
      ),
    ).toMatchInlineSnapshot(`
      "<!-- chokepoint:candidate acme/shop#118 -->

      **Strengthen** · 3.5 · Activation, the constraint

      Nothing is weak; impact and evidence, at 3, keep it from *ready*.

      The constraint is mia's \`/constraint activation\`; the form says adoption.

      |  | rated | counted |
      |---|:-:|:-:|
      | Business impact | 3 | 3 |
      | Evidence strength | 3 | 3 |
      | Execution confidence | 4 | 4 |
      | Strategic timing | 4 | 4 |

      - Business impact: ana 5, ben 2
      - Evidence strength: ana 3, ben 4

      **Next step.** Lowest: impact and evidence. Begin with impact: show which revenue, retention, trust or delivery number it moves; then \`/score impact=4\`.

      ana and ben rate its impact 5 and 2: talk, then a maintainer writes \`/settle 4 3 4 5 because …\`.

      <sub>Improve first for activation: onboarding, setup, education, empty states, time-to-value</sub>

      <sub>[How this is worked out](https://github.com/chokepoint/chokepoint/blob/main/docs/scoring.md) · rules 1 · \`/help\`</sub>"
    `);
  });

  it('shows a settlement and its reason, and many raters by their spread', () => {
    const opinions = ['ben', 'cleo', 'dev', 'eli'].map((by) => ({
      by,
      at: '2026-11-03T00:00:00Z',
      ratings: { timing: 2 as const },
      because: null,
    }));
    const settlement = {
      by: 'mia',
      at: '2026-11-04T00:00:00Z',
      ratings: ratingsOf(4, 3, 4, 3),
      because: 'we talked to @acme/support | see #12',
    };
    expect(
      renderCandidateComment(input({ ratings: ratingsOf(5, 4, 2, 4) }, { opinions, settlement })),
    ).toMatchInlineSnapshot(`
      "<!-- chokepoint:candidate acme/shop#118 -->

      **Strengthen** · 3.5 · Activation, the constraint

      Nothing is weak; evidence and timing, at 3, keep it from *ready*.

      |  | rated | counted |
      |---|:-:|:-:|
      | Business impact | 4 | 4 |
      | Evidence strength | 3 | 3 |
      | Execution confidence | 4 | 4 |
      | Strategic timing | 3 | 3 |

      - Strategic timing: 5 people, from 2 to 4

      Settled by mia: *we talked to @​acme/support &#124; see #​12*

      **Next step.** Lowest: evidence and timing. Begin with evidence: add usage data, 20 interviews or a second, independent kind of repeated feedback; then \`/settle 4 4 4 3 because …\`.

      <sub>Improve first for activation: onboarding, setup, education, empty states, time-to-value</sub>

      <sub>[How this is worked out](https://github.com/chokepoint/chokepoint/blob/main/docs/scoring.md) · rules 1 · \`/help\`</sub>"
    `);
  });

  it('tells an outsider why it is unconfirmed, while no constraint is declared', () => {
    expect(
      renderCandidateComment(
        input({ ratings: ratingsOf(2, 4, 5, 2) }, { confirmation: 'unconfirmed', primary: null }),
      ),
    ).toMatchInlineSnapshot(`
      "<!-- chokepoint:candidate acme/shop#118 -->

      **Rethink** · 3.0 · Activation · no constraint declared yet

      Well evidenced and shippable, but impact and timing are weak: not enough to plan on.

      |  | rated | counted |
      |---|:-:|:-:|
      | Business impact | 2 | **2** |
      | Evidence strength | 4 | 4 |
      | Execution confidence | 5 | 5 |
      | Strategic timing | 2 | **2** |

      **Next step.** Find the smallest test that would settle impact and timing, or close it.

      Easy, but disconnected from what matters next.

      Not confirmed: filed from outside the team. It ranks below confirmed candidates until a triager writes \`/confirm\` or rates it with \`/score 4 3 4 5 because …\`.

      <sub>Improve first for activation: onboarding, setup, education, empty states, time-to-value</sub>

      <sub>[How this is worked out](https://github.com/chokepoint/chokepoint/blob/main/docs/scoring.md) · rules 1 · \`/help\`</sub>"
    `);
  });

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

describe('the comment', () => {
  const linked = { ratings: ratingsOf(5, 4, 4, 5) };

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

  it('T2, T3: begins with a marker bound to its issue that nothing in a name can end', () => {
    const marker = candidateMarker({ repository: 'acme/my--shop-', number: 7 });
    expect(marker).toBe('<!-- chokepoint:candidate acme/my%2D-shop%2D#7 -->');
    expect(renderCandidateComment(input(linked)).startsWith(`${candidateMarkerStart}acme/shop#118 -->`)).toBe(
      true,
    );
  });

  it('T10: is the same, byte for byte, for the same candidate', () => {
    fc.assert(
      fc.property(anyScoringInput, (scoring) => {
        const render = () =>
          renderCandidateComment({ ...input({}), scored: scoreCandidate(scoring), primary: scoring.primary });
        expect(render()).toBe(render());
      }),
    );
  });

  it('T7: holds no command that would be obeyed, and no word of rating letters', () => {
    fc.assert(
      fc.property(
        anyScoringInput,
        fc.constantFrom('candidate' as const, 'closed-first-move' as const, null),
        (scoring, help) => {
          const scored = scoreCandidate(scoring);
          const comment = renderCandidateComment({ ...input({}), scored, primary: scoring.primary, help });
          expect(readCommands(comment)).toEqual({ value: [], problems: [] });
          expect(comment).not.toMatch(/undefined|null|NaN|\b[IEXT] ?[=:×·]/);
        },
      ),
    );
  });

  it('T4, T5, T6: lets no login, reason or found value take effect', () => {
    const hostile = '@ana #1 https://x.example <b> --> `x` | [a](b) :tada:';
    const settlement = {
      by: hostile,
      at: '2026-11-04T00:00:00Z',
      ratings: ratingsOf(3, 3, 3, 3),
      because: hostile,
    };
    const problems = [{ code: 'X', message: hostile, found: hostile, expected: hostile, fix: hostile }];
    const opinions = [
      { by: hostile, at: '2026-11-03T00:00:00Z', ratings: { impact: 1 as const }, because: hostile },
    ];
    const constraintBy = { by: hostile, answered: 'adoption' as const };
    const outcomes = [
      {
        by: hostile,
        at: '2026-11-03T00:00:00Z',
        commentId: 1,
        command: 'score' as const,
        problem: problems[0] ?? null,
      },
    ];
    const changes = { problems, constraintBy, outcomes };
    for (const scoring of [{ settlement, opinions }, { opinions }]) {
      const html = markdownIt({ html: true, linkify: true }).render(
        renderCandidateComment(input({}, scoring, changes))
          .split('\n')
          .slice(1)
          .join('\n'),
      );
      const names = [...html.matchAll(/<([a-z]+)/g)].map(([, name = '']) => name);
      const own = [
        'p',
        'strong',
        'em',
        'sub',
        'code',
        'table',
        'thead',
        'tbody',
        'tr',
        'th',
        'td',
        'ul',
        'li',
        'a',
      ];
      expect(names.filter((name) => !own.includes(name))).toEqual([]);
      expect(html.match(/<a href="([^"]*)"/g)).toEqual([
        '<a href="https://github.com/chokepoint/chokepoint/blob/main/docs/scoring.md"',
      ]);
      expect(html.replace(/<[^>]*>/g, '')).not.toMatch(/@[a-z]|#\d|:\/\/|:tada:/);
    }
  });
});

describe('the first move', () => {
  const strong = { impact: 5, evidence: 4, confidence: 4, timing: 5 } as const;

  it('is named with who picked it', () => {
    const comment = renderCandidateComment(
      input({ ratings: strong }, {}, { firstMove: { by: 'max', replacedBy: null } }),
    );
    expect(comment).toContain('**First move**, picked by max.');
  });

  it('says which candidate was picked after it', () => {
    const comment = renderCandidateComment(
      input({ ratings: strong }, {}, { firstMove: { by: null, replacedBy: 12 } }),
    );
    expect(comment).toContain('It was the first move until #12 was picked.');
  });
});
