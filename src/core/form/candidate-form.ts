import { kindNames, kinds } from '../candidate.ts';
import { constraintGuide, constraints } from '../constraint.ts';
import { dropdown, type IssueForm, text } from './issue-form.ts';

/** The built-in candidate form: the one place for its ids, labels, options and descriptions. */
export const candidateForm: IssueForm = {
  name: 'Candidate',
  description: 'One possible improvement, to be ranked against the constraint. Takes two minutes.',
  labels: ['candidate'],
  introduction:
    'Five picks, two lines and a link. Leave open what you do not know: somebody who does can fill it in later.',
  fields: [
    dropdown('constraint', 'Constraint', {
      description:
        'Which of the five does it serve? Pick the one whose description sounds most like the pain.',
      options: constraints.map(
        (id) => `${constraintGuide[id].name} — ${withoutCommas(constraintGuide[id].looksLike)}`,
      ),
    }),
    dropdown('impact', 'Business impact', {
      description: 'Would it improve revenue, retention, trust or delivery speed?',
      options: [
        '1 — no effect that anyone would notice',
        '2 — a small effect for a few customers or one team',
        '3 — a visible effect for many customers or on one number we watch',
        '4 — a clear effect on revenue or retention or trust or delivery speed',
        '5 — a decisive effect on a number the business depends on',
      ],
    }),
    dropdown('evidence', 'Evidence strength', {
      description: 'What shows it? From 3 upwards add a link under "Evidence links", or it counts as 2.',
      options: [
        '1 — opinion or intuition',
        '2 — one to three customers or a competitor has it',
        '3 — repeated support or sales or survey feedback',
        '4 — usage data or 20+ interviews or two independent kinds of repeated feedback',
        '5 — an experiment or a launch',
      ],
    }),
    dropdown('confidence', 'Execution confidence', {
      description: 'Can the team ship it without dangerous complexity? May be left to an engineer.',
      options: [
        '1 — nobody knows how to build it yet',
        '2 — it touches fragile parts and the unknowns are large',
        '3 — the way is clear but some parts are new to the team',
        '4 — well understood with small unknowns',
        '5 — the team has shipped work like it before',
      ],
      optional: true,
    }),
    dropdown('timing', 'Strategic timing', {
      description: 'Does it unlock the next stage, or is it nice to have?',
      options: [
        '1 — nice to have at any time',
        '2 — useful later and nothing waits for it',
        '3 — helps the current stage',
        '4 — the next stage is harder without it',
        '5 — the next stage cannot start without it',
      ],
    }),
    dropdown('kind', 'Kind of work', {
      description: 'What sort of work is it? Some kinds should wait while the constraint is another one.',
      options: kinds.map((kind) => kindNames[kind]),
      optional: true,
      preset: 0,
    }),
    text('behaviour', 'textarea', 'What changes, and what user behaviour should improve?', {
      description: 'One or two sentences: what users do today, and what they would do instead.',
    }),
    text('metric', 'input', 'What business metric would prove the improvement mattered?', {
      description: 'For example: sign-ups that connect a source within 24 hours.',
    }),
    text('risk', 'textarea', 'What technical or operational risk could block the change?', {
      description:
        'The usual ones: data model, event tracking, background jobs, permissions, billing, admin tools, tests, ' +
        'deployment. May be left to an engineer.',
      optional: true,
    }),
    text('links', 'textarea', 'Evidence links', {
      description: 'What shows it: https://… or #12 or owner/repo#12. One is enough.',
      optional: true,
    }),
  ],
};

/** GitHub joins several choices by commas, so an option must not hold one. */
function withoutCommas(option: string): string {
  return option.replaceAll(', ', ' or ');
}
