/** Where the code span ends whose opening run of backticks is at `start`; asked from the beginning to the end. */
export type EndOfCodeSpan = (start: number, run: string) => number | undefined;

/** Looks at every run of backticks of a paragraph once. */
export function codeSpansOf(paragraph: string): EndOfCodeSpan {
  const starts = new Map<string, number[]>();
  for (const { 0: run, index } of [...paragraph.matchAll(/`+/g)].reverse()) {
    const same = starts.get(run);
    if (same === undefined) starts.set(run, [index]);
    else same.push(index);
  }
  return (start, run) => {
    const closing = starts.get(run) ?? [];
    while ((closing.at(-1) ?? Number.POSITIVE_INFINITY) < start + run.length) closing.pop();
    const end = closing.at(-1);
    return end === undefined ? undefined : end + run.length;
  };
}
