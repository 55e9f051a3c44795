import { filedCandidates } from '../../core/form/hostile-candidates.ts';
import { judgeReading } from '../../core/form/judge-reading.ts';
import { type Finding, fuzzed } from '../reader.ts';

/** Forms with hostile text in every text area: what counts is read exactly back, or refused. */
export const form = fuzzed('form', filedCandidates, (candidate): Finding => {
  const judgement = judgeReading(candidate);
  return judgement === 'violation'
    ? { violation: `read as something else: ${JSON.stringify(candidate.typed)}` }
    : { outcome: judgement };
});
