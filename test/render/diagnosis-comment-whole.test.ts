import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/core/diagnosis/diagnose.ts';
import { findFlips } from '../../src/core/diagnosis/flips.ts';
import {
  type DiagnosisCommentInput,
  renderDiagnosisComment,
  renderWithdrawnDiagnosis,
} from '../../src/render/diagnosis-comment.ts';
import { answersWith, clearFromTheEnd, type Degrees, type Picks } from '../core/diagnosis/builders.ts';

const place = { repository: 'acme/app', number: 7 };

function commentOn(input: Partial<DiagnosisCommentInput>): string {
  return renderDiagnosisComment({
    ...place,
    answered: null,
    problems: [],
    primary: null,
    since: '2026-11-02',
    configUrl: 'https://github.com/acme/app/edit/main/.github/chokepoint.yml',
    hasConfig: true,
    notes: new Map(),
    ...input,
  });
}

function answered(degrees: Degrees, picks: Picks = {}): DiagnosisCommentInput['answered'] {
  const answers = answersWith(degrees, picks);
  return { answers, diagnosed: diagnose(answers), flips: findFlips(answers) };
}

const footer =
  '<sub>[How this is worked out](https://github.com/chokepoint/chokepoint/blob/main/docs/diagnosis.md) · edit the issue, and this answer follows</sub>';

describe('the answer to a diagnosis, as a founder reads it', () => {
  it.each<readonly [string, Degrees, Picks]>([
    ['vague', { 'onboarding-drop': 2, trust: 1 }, {}],
    ['weak-signal', { ...clearFromTheEnd(3), 'paid-reliability': 1 }, {}],
    [
      'two-weeks',
      { ...clearFromTheEnd(2), 'onboarding-drop': 2 },
      { decision: 'Renewal of\n@acme | Fixes #1' },
    ],
    ['pre-traction', { ...clearFromTheEnd(3), 'onboarding-drop': 2 }, { stage: 'no-users' }],
  ])('is whole where it comes to %s', async (name, degrees, picks) => {
    const comment = commentOn({ answered: answered(degrees, picks) });
    await expect(`${comment}\n`).toMatchFileSnapshot(`golden/diagnosis/${name}.md`);
  });

  it('says where no single answer would change it', () => {
    const none = answered({ ...clearFromTheEnd(5), 'onboarding-drop': 2 });
    if (none === null) throw new Error('not answered');
    expect(commentOn({ answered: { ...none, flips: [] } })).toContain(
      '\n\nNo single answer, one step different, would change this.\n\n',
    );
  });

  it('asks for what cannot be read, each Problem on its line', () => {
    const missing = (name: string) => {
      return { code: 'FORM_FIELD_MISSING', message: `*${name}* is missing.`, fix: 'Choose one.' };
    };
    expect(commentOn({ problems: [missing('Stage'), missing('Revenue')] })).toBe(
      [
        '<!-- chokepoint:diagnosis acme/app#7 -->',
        '**Almost there.** An answer is missing or cannot be read for sure, and a constraint is never guessed. Edit the issue:',
        '- \\*Stage\\* is missing. Choose one. <sub>FORM_FIELD_MISSING</sub>\n- \\*Revenue\\* is missing. Choose one. <sub>FORM_FIELD_MISSING</sub>',
        footer,
      ].join('\n\n'),
    );
  });

  it('shrinks to one line when the diagnosis is withdrawn', () => {
    expect(renderWithdrawnDiagnosis(place, 'chokepoint: diagnosis')).toBe(
      '<!-- chokepoint:diagnosis acme/app#7 -->\n\nWithdrawn: no longer a diagnosis. The label `chokepoint: diagnosis` brings it back.',
    );
  });
});
