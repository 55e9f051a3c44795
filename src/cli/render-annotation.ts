import type { Problem } from '../core/problem.ts';
import { toOneLine } from '../render/markdown.ts';
import { annotationText } from '../render/problem-as-text.ts';

/** A Problem as a line that GitHub's runner shows beside the file; foreign text cannot end it or begin another. */
export function renderAnnotation(problem: Problem): string {
  const { code, at } = problem;
  const place = at === undefined ? {} : { file: at.file, line: at.line, col: at.column };
  const properties = Object.entries({ ...place, title: code }).map(
    ([key, value]) => `${key}=${escapeProperty(String(value))}`,
  );
  return `::warning ${properties.join(',')}::${annotationText(problem).replaceAll('%', '%25')}`;
}

/** docs.github.com/actions/reference/workflow-commands-for-github-actions: what means something in a property. */
function escapeProperty(value: string): string {
  return toOneLine(value).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}
