import { isBlankCode } from './normalise-text.ts';

/** What stands between two offsets, as an answer: trimmed, `''` for GitHub's `_No response_`. */
export function answerBetween(body: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start < end && isBlankCode(body.charCodeAt(start))) start += 1;
  while (end > start && isBlankCode(body.charCodeAt(end - 1))) end -= 1;
  const answer = body.slice(start, end);
  return answer === '_No response_' ? '' : answer;
}
