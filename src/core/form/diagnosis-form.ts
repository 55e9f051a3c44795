import type { ChoiceField, Fit, Pressure, Symptom } from '../diagnosis/answers.ts';
import { dropdown, type IssueForm, text } from './issue-form.ts';

/** The degrees of a sign, in order: 0, 1, 2. */
export const degreeOptions = ['Not seen', 'Anecdotal', 'Measured'] as const;

const clearOrMeasured = 'Three words or more count as clear; with a number or a link it counts as measured.';

/** The built-in diagnosis form: the one place for its ids, labels, options and descriptions. */
export const diagnosisForm: IssueForm = {
  name: 'Diagnosis',
  description: 'Finds the one constraint to work on for the next 90 days. Takes three minutes.',
  labels: ['chokepoint: diagnosis'],
  introduction:
    'Every pick is preset: change what is not so. *Anecdotal* is what somebody told you, *measured* is what a number or a count of tickets shows. Then one line for each question; leave open what nobody can say yet, that is an answer too.',
  fields: [
    choice(
      'stage',
      'Where does the product stand?',
      'Improving a product and finding its first users are different questions.',
      [
        'Users or customers or pilots or internal adoption',
        'No users yet',
        'The question is whether an AI use case deserves investment',
      ],
    ),
    sign(
      'onboarding-drop',
      'Users drop off during onboarding',
      'They sign up and do not reach the first useful outcome.',
    ),
    sign(
      'expansion-ignored',
      'Users ignore the feature that should expand use',
      'The feature that should keep them or make them buy more.',
    ),
    sign('support-load', 'Support load grows', 'Tickets and calls grow faster than customers.'),
    sign(
      'manual-delivery',
      'The team delivers by hand',
      'Somebody of the team does for customers what the product should do.',
    ),
    sign(
      'paid-reliability',
      'Paid customers expect reliability',
      'They pay, and slow, broken or inconsistent is no longer forgiven.',
    ),
    sign(
      'slower-plan',
      'The release plan slows down',
      'The same change takes longer than it did half a year ago.',
    ),
    sign(
      'unclear-lever',
      'Nobody knows which lever matters',
      'Every idea sounds right. It adds no points: it is why you diagnose.',
    ),
    sign(
      'codebase-slows',
      'The codebase slows decisions',
      'Plans change because of what the code makes expensive.',
    ),
    sign(
      'performance-trust',
      'Performance costs trust',
      'Customers mention speed or errors when they hesitate.',
    ),
    sign('adoption-weak', 'Adoption is weak', 'What was shipped for customers is used by few of them.'),
    sign('hiring-slow', 'Hiring is slower than the plan', 'The plan counts on people who are not there yet.'),
    choice('tickets-ask', 'What do support tickets mostly ask?', 'Read the last twenty.', [
      'Mixed or unknown',
      'How do I start?',
      'Something is slow or broken',
      'Please do this for me',
    ]),
    choice(
      'revenue-path',
      'Which path affects paid growth now?',
      'Where the next paying customer is won or lost.',
      ['Activation', 'Upgrade billing or expansion'],
    ),
    choice(
      'retention-point',
      'Where do useful customers drop or stall?',
      'Those who would pay, and leave or wait.',
      ['Before first value', 'Later', 'Relies on support'],
    ),
    choice(
      'planning-item',
      'Which planned item is hardest to defend?',
      'The one that would be questioned first.',
      ['Feature', 'Refactor', 'Automation'],
    ),
    choice(
      'safe-to-ship',
      'Can the team ship a change safely?',
      'With tests, a way back, and nobody holding their breath.',
      ['Yes — safely', 'No — not safely'],
    ),
    pressure(
      'revenue',
      'Revenue: which path affects paid growth, and how?',
      'The activation, upgrade, billing or expansion path that now affects paid growth.',
    ),
    pressure(
      'retention',
      'Retention: where exactly do they drop, stall or rely on support?',
      'The step at which useful customers drop, stall or rely on support.',
    ),
    pressure(
      'trust',
      'Trust: what could make customers doubt the product?',
      'A reliability, performance, reporting or data issue.',
    ),
    pressure(
      'operational',
      'Operations: which manual work limits margin, speed or experience?',
      'The manual workflow that quietly does.',
    ),
    pressure(
      'planning',
      'Planning: what could the team not defend without stronger evidence?',
      'The item on the plan that is there because somebody believes in it.',
    ),
    text('decision', 'textarea', 'Which customer decision does this protect?', {
      description:
        'The next decision of a customer that depends on it: to stay, to buy, to roll out. Optional.',
      optional: true,
    }),
  ],
};

function choice(id: ChoiceField, label: string, description: string, options: readonly string[]) {
  return dropdown(id, label, { description, options, preset: 0 });
}

function sign(id: Symptom | Fit, label: string, description: string) {
  return dropdown(id, label, { description, options: degreeOptions, preset: 0 });
}

function pressure(id: Pressure, label: string, description: string) {
  return text(id, 'textarea', label, { description: `${description} ${clearOrMeasured}`, optional: true });
}
