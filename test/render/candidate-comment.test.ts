import { describe, expect, it } from 'vitest';
import { renderCandidateComment } from '../../src/render/candidate-comment.ts';
import { ratingsOf } from '../core/scoring/builders.ts';

import { input } from './candidate-comment-input.ts';

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
});
