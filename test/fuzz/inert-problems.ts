import MarkdownIt from 'markdown-it';
import type { Problem } from '../../src/core/problem.ts';
import { problemInWords } from '../../src/render/problem-in-words.ts';

const markdown = new MarkdownIt({ html: true, linkify: true });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

/** What of a person's words takes effect where Problems are told; `null` where nothing does. */
export function effectOf(problems: readonly Problem[]): string | null {
  for (const problem of problems) {
    const html = markdown.render(problemInWords(problem));
    const found = /<(?:a|img|script|iframe|details|table|h\d)\b|@\w|<!--/i.exec(
      html.replace(/<code>.*?<\/code>/gs, ''),
    );
    if (found !== null) return `${problem.code} shows ${found[0]} in ${html}`;
  }
  return null;
}
