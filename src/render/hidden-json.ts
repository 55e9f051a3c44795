const closing = ' -->';

/** Data as a hidden comment, whose `opening` names the kind: JSON in which no character sequence means anything to HTML or to GitHub. */
export function renderHiddenJson(opening: string, data: unknown): string {
  const json = JSON.stringify(data)
    .replaceAll(/[<>@#&]/g, toUnicodeEscape)
    .replaceAll('--', `-${toUnicodeEscape('-')}`);
  return `${opening}${json}${closing}`;
}

/** The data of the first such comment in a body, unchecked; `null` where it does not end or is no JSON. */
export function readHiddenJson(opening: string, body: string): unknown {
  const start = body.indexOf(opening);
  const end = body.indexOf(closing, start);
  return start < 0 || end < 0 ? null : parseJson(body.slice(start + opening.length, end));
}

function toUnicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
