import type { Gate, GateId } from '../core/plan/gates.ts';

const words: Readonly<Record<GateId, string>> = {
  inputs: 'the five inputs looked at',
  constraint: 'one constraint declared',
  metric: 'a metric with baseline, target and minimum',
  'first-move': 'a first move picked',
  'first-move-merged': 'the first move merged',
  reading: 'a reading in the last 14 days',
  outcome: 'the outcome of the first move told',
};

export function gateInWords({ gate }: Pick<Gate, 'gate'>): string {
  return words[gate];
}
