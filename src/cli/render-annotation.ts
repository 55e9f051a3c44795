import type { Problem } from '../core/problem.ts';
import { clip, toOneLine } from '../render/markdown.ts';
import { problemSentences } from '../render/problem-as-text.ts';

/** A Problem as a line that GitHub's runner shows beside the file; foreign text cannot end it or begin another. */
export function renderAnnotation(problem: Problem): string {
  const { code, at } = problem;
  const place = at === undefined ? {} : { file: at.file, line: at.line, col: at.column };
  const properties = Object.entries({ ...place, title: code }).map(
    ([key, value]) => `${key}=${escapeProperty(String(value))}`,
  );
  const text = clip(toOneLine(problemSentences(problem)), annotationUnits);
  return `::warning ${properties.join(',')}::${text.replaceAll('%', '%25')}`;
}

const annotationUnits = 2_000;

/** docs.github.com/actions/reference/workflow-commands-for-github-actions: what means something in a property. */
function escapeProperty(value: string): string {
  return toOneLine(value).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}
