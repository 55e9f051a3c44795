import type { FiledDiagnosis } from './filed-diagnosis.ts';

/**
 * docs/diagnosis.md stated a second time, as plainly as can be and without a line of the code under test. A filled-in
 * form is given by places: 0, 1, 2 of its options in the order of the form, and texts.
 */
export interface PlainDiagnosis {
  points: Record<string, number> | null;
  clearPressures: number | null;
  outcome: string;
  reason: string | null;
  constraint: string | null;
  then: string[];
  rule: string | null;
  confidence: string | null;
  flips: { field: string; from: number; to: number; constraint: string | null; outcome: string }[];
}

type Numbers = Record<string, number>;

const symptoms =
  'onboarding-drop expansion-ignored support-load manual-delivery paid-reliability slower-plan unclear-lever';
const pressures = 'revenue retention trust operational planning';
const fits = 'codebase-slows performance-trust adoption-weak hiring-slow';
const flipOrder = `${symptoms} ${pressures} ${fits}`.split(' ');

export function plainDiagnosis(filed: FiledDiagnosis): PlainDiagnosis {
  const given: Numbers = {};
  for (const [field, answer] of Object.entries(filed)) {
    if (field === 'decision') continue;
    if (pressures.split(' ').includes(field)) given[field] = plainPressure(String(answer ?? ''));
    else if (answer === null) return incomplete();
    else given[field] = Number(answer);
  }
  const now = decide(given);
  const flips: PlainDiagnosis['flips'] = [];
  for (const field of flipOrder) {
    for (const to of [0, 1, 2]) {
      const from = given[field] ?? 0;
      if (Math.abs(to - from) !== 1) continue;
      const other = decide({ ...given, [field]: to });
      if (other.outcome === now.outcome && other.constraint === now.constraint) continue;
      flips.push({ field, from, to, constraint: other.constraint, outcome: other.outcome });
    }
  }
  return { ...now, flips };
}

function incomplete(): PlainDiagnosis {
  return {
    points: null,
    clearPressures: null,
    outcome: 'incomplete',
    reason: null,
    constraint: null,
    // biome-ignore lint/suspicious/noThenProperty: the name that scripts rely on
    then: [],
    rule: null,
    confidence: null,
    flips: [],
  };
}

function plainPressure(text: string): number {
  const words = text.split(' ').filter((word) => word.length > 0);
  if (words.length < 3) return 0;
  return /[0-9]/.test(text) || text.includes('https://') ? 2 : 1;
}

function decide(a: Numbers): Omit<PlainDiagnosis, 'flips'> {
  const value = (field: string) => a[field] ?? 0;
  const tickets = value('tickets-ask');
  // For each constraint: what counts, times what.
  const inputs: Record<string, [string, number][]> = {
    reliability: [
      ['paid-reliability', 3],
      ['trust', 2],
      ['performance-trust', 1],
    ],
    throughput: [
      ['slower-plan', 3],
      ['codebase-slows', 1],
      ['hiring-slow', 1],
    ],
    activation: [['onboarding-drop', 3]],
    adoption: [
      ['expansion-ignored', 3],
      ['adoption-weak', 1],
    ],
    operations: [
      ['manual-delivery', 3],
      ['operational', 2],
    ],
  };
  if (tickets === 1) inputs['activation']?.push(['support-load', 1]);
  if (tickets === 2) inputs['reliability']?.push(['support-load', 1]);
  if (tickets === 3) inputs['operations']?.push(['support-load', 1]);
  if (value('revenue-path') === 0) inputs['activation']?.push(['revenue', 2]);
  if (value('revenue-path') === 1) inputs['adoption']?.push(['revenue', 2]);
  if (value('retention-point') === 0) inputs['activation']?.push(['retention', 2]);
  if (value('retention-point') === 1) inputs['adoption']?.push(['retention', 2]);
  if (value('retention-point') === 2) inputs['operations']?.push(['retention', 2]);
  if (value('planning-item') === 1) inputs['throughput']?.push(['planning', 2]);

  const points: Numbers = {};
  const measured: Numbers = {};
  for (const [constraint, list] of Object.entries(inputs)) {
    let sum = 0;
    let twos = 0;
    for (const [field, times] of list) {
      sum += value(field) * times;
      if (value(field) === 2) twos += 1;
    }
    points[constraint] = Math.min(sum, 12);
    measured[constraint] = twos;
  }
  const clearPressures = pressures.split(' ').filter((field) => value(field) >= 1).length;
  const pointsOf = (constraint: string) => points[constraint] ?? 0;
  const measuredOf = (constraint: string) => measured[constraint] ?? 0;
  const present = (constraint: string) => pointsOf(constraint) >= 6 && measuredOf(constraint) >= 1;
  const ranked = Object.keys(inputs).sort((one, other) => pointsOf(other) - pointsOf(one));
  const lead = ranked[0] ?? '';
  const ahead = pointsOf(lead) - pointsOf(ranked[1] ?? '');

  const refuse = (reason: string) => ({
    ...incomplete(),
    points,
    clearPressures,
    outcome: 'not-ready',
    reason,
  });
  if (value('stage') === 2) return refuse('ai-proof-of-concept');
  if (value('stage') === 1) return refuse('pre-traction');
  if (clearPressures <= 1) return refuse('vague');
  if (!present(lead)) return refuse('weak-signal');

  let constraint = lead;
  let rule: string | null = null;
  if (lead === 'activation' || lead === 'adoption') {
    if (present('throughput') && value('safe-to-ship') === 1) [constraint, rule] = ['throughput', 'R3'];
    else if (present('reliability')) [constraint, rule] = ['reliability', 'R2'];
    else if (lead === 'adoption' && present('activation')) [constraint, rule] = ['activation', 'R1'];
  }
  let confidence = 'low';
  if (ahead >= 2) confidence = 'medium';
  if (ahead >= 4 && measuredOf(lead) >= 2 && rule === null) confidence = 'high';
  return {
    points,
    clearPressures,
    outcome: clearPressures < 3 ? 'optimization-pass' : 'declare',
    reason: null,
    constraint,
    // biome-ignore lint/suspicious/noThenProperty: the name that scripts rely on
    then: ranked.filter((one) => one !== constraint && present(one)),
    rule,
    confidence,
  };
}
