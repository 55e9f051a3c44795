/** A quote, or a list item: the columns its lines are indented by. */
export type Container = 'quote' | number;

export interface Contained {
  readonly containers: readonly Container[];
  /** What stands behind their marks. */
  readonly rest: string;
}

const quoteMark = /^ {0,3}> ?/;
/** A marker with the spaces behind it; of five the other four are the indentation of code. */
const listMarker = /^ {0,3}(?:[-*+]|(\d{1,9})[.)])(?: {1,4}(?=[^ ])| )/;
const rule = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/;
const blank = /^ *$/;

/** GitHub's parser nests lists no deeper either; it keeps reading linear. */
const deepest = 100;

/** The containers that go on in a line without tabs: quotes by their mark, list items by indentation or a blank line. */
export function enterContainers(line: string, containers: readonly Container[]): Contained {
  let rest = line;
  let isBlank = blank.test(rest);
  const end = containers.findIndex((container) => {
    if (container !== 'quote' && isBlank) return false;
    const mark = container === 'quote' ? quoteMark.exec(rest)?.[0] : ' '.repeat(container);
    if (mark === undefined || !rest.startsWith(mark)) return true;
    rest = rest.slice(mark.length);
    isBlank = blank.test(rest);
    return false;
  });
  return { containers: end === -1 ? containers : containers.slice(0, end), rest };
}

/** The same with the containers that begin in what is left of the line, a paragraph being open there or not. */
export function openContainers({ containers, rest }: Contained, isInParagraph: boolean): Contained {
  const all = [...containers];
  let left = rest;
  while (all.length < deepest) {
    const item = isRule(left) ? null : listMarker.exec(left);
    const mark = (quoteMark.exec(left) ?? item)?.[0];
    if (mark === undefined) break;
    const isInterrupting = isInParagraph && all.length === containers.length;
    if (item !== null && isInterrupting && !canInterrupt(item, left)) break;
    all.push(item === null ? 'quote' : mark.length);
    left = left.slice(mark.length);
  }
  return { containers: all, rest: left };
}

/** A line of dashes, asterisks or underscores, which is no list. */
export function isRule(line: string): boolean {
  return rule.test(line);
}

/** In the middle of a paragraph a list begins with 1 or a bullet, and with text. */
function canInterrupt([mark, number]: RegExpExecArray, line: string): boolean {
  return (number === undefined || Number(number) === 1) && !blank.test(line.slice(mark.length));
}
