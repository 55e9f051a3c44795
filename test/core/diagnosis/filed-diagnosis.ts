import fc from 'fast-check';
import { type DiagnosisField, diagnosisFields, pressures } from '../../../src/core/diagnosis/answers.ts';
import { diagnosisForm } from '../../../src/core/form/diagnosis-form.ts';

/** A diagnosis as somebody filled it in: the place of an option, or a text; `null` leaves a pick open. */
export type FiledDiagnosis = Readonly<Record<DiagnosisField, number | string | null>>;

/** Texts by what they are: vague, clear, measured. */
export const pressureTexts = [
  'Not sure',
  'Most leave before the import',
  'About 4 in ten leave there',
] as const;

/** Nothing seen, nothing said: every pick is the preset one. */
export function filedDiagnosis(changes: Partial<FiledDiagnosis> = {}): FiledDiagnosis {
  const preset = Object.fromEntries(diagnosisFields.map((field) => [field, isText(field) ? '' : 0]));
  return { ...asFiled(preset), ...changes };
}

/** A diagnosis with the first `count` pressures clear, none of them measured. */
export function clear(count: number): Partial<FiledDiagnosis> {
  return Object.fromEntries(pressures.slice(0, count).map((pressure) => [pressure, pressureTexts[1]]));
}

/** The body GitHub writes for it. */
export function diagnosisBody(filed: FiledDiagnosis): string {
  return diagnosisForm.fields
    .map(({ id, label, options }) => {
      const answer = Object.entries(filed).find(([field]) => field === id)?.[1] ?? null;
      const text = typeof answer === 'number' ? options[answer] : answer;
      return `### ${label}\n\n${text || '_No response_'}`;
    })
    .join('\n\n');
}

const texts = fc.constantFrom(
  '',
  'Yes',
  'two words',
  'three plain words',
  'Most leave before the import',
  '4 of ten leave',
  'see https://example.com/funnel there',
  'https://example.com/funnel',
  'as told in #12 there',
  'Über die Hälfte bleibt hängen',
);

/** Any filling of the form; one in thirty picks is left open. */
export const anyDiagnosis: fc.Arbitrary<FiledDiagnosis> = fc
  .record(
    Object.fromEntries(
      diagnosisForm.fields.map(({ id, options }): [string, fc.Arbitrary<number | string | null>] => [
        id,
        isText(id)
          ? texts
          : fc.oneof(
              { weight: 150, arbitrary: fc.nat({ max: options.length - 1 }) },
              { weight: 1, arbitrary: fc.constant(null) },
            ),
      ]),
    ),
  )
  .map(asFiled);

function isText(id: string): boolean {
  return id === 'decision' || pressures.some((pressure) => pressure === id);
}

function asFiled(answers: Readonly<Record<string, number | string | null>>): FiledDiagnosis {
  const answer = (field: DiagnosisField) => answers[field] ?? null;
  return {
    stage: answer('stage'),
    'onboarding-drop': answer('onboarding-drop'),
    'expansion-ignored': answer('expansion-ignored'),
    'support-load': answer('support-load'),
    'manual-delivery': answer('manual-delivery'),
    'paid-reliability': answer('paid-reliability'),
    'slower-plan': answer('slower-plan'),
    'unclear-lever': answer('unclear-lever'),
    'codebase-slows': answer('codebase-slows'),
    'performance-trust': answer('performance-trust'),
    'adoption-weak': answer('adoption-weak'),
    'hiring-slow': answer('hiring-slow'),
    'tickets-ask': answer('tickets-ask'),
    'revenue-path': answer('revenue-path'),
    'retention-point': answer('retention-point'),
    'planning-item': answer('planning-item'),
    'safe-to-ship': answer('safe-to-ship'),
    revenue: answer('revenue'),
    retention: answer('retention'),
    trust: answer('trust'),
    operational: answer('operational'),
    planning: answer('planning'),
    decision: answer('decision'),
  };
}
