import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

export interface SourceFile {
  /** From the repository's root, such as `src/core/labels.ts`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

export interface Import {
  /** A path from the repository's root for files of our own, else the package as written. */
  readonly target: string;
  readonly isOwn: boolean;
  readonly isTypeOnly: boolean;
}

const root = new URL('../../', import.meta.url);

/** Every TypeScript file under the folders, without what is generated. */
export function readSourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.ts') && !path.startsWith('action/dist/'))
      .sort()
      .map((path) => toSourceFile(path, readText(path))),
  );
}

export function readText(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

export function toSourceFile(path: string, text: string): SourceFile {
  const code = withoutComments(text);
  const statements = [...code.matchAll(importOrExport)].map(({ groups }) => ({
    specifier: groups?.['specifier'] ?? '',
    isTypeOnly: isTypeOnly(groups?.['names'] ?? ''),
  }));
  const calls = [...code.matchAll(/\bimport\(\s*(?:(['"`])(?<specifier>[^'"`]*)\1)?/g)].map(({ groups }) => ({
    specifier: groups?.['specifier'] ?? 'an import that is not written out',
    isTypeOnly: false,
  }));
  const imports = [...statements, ...calls].map(({ specifier, isTypeOnly }) => {
    const isOwn = specifier.startsWith('.');
    const target = isOwn ? posix.join(posix.dirname(path), specifier) : specifier;
    return { target, isOwn, isTypeOnly };
  });
  return { path, text, imports };
}

const importOrExport =
  /^(?:import|export)\s+(?:(?<names>type\s[^;'"]*?|[\w$*{][^;'"]*?)\s+from\s+)?(['"])(?<specifier>[^'"]+)\2/gm;

function isTypeOnly(names: string): boolean {
  if (names.startsWith('type ')) return true;
  const listed = /^\{(?<list>[\s\S]*)\}$/.exec(names)?.groups?.['list'];
  if (listed === undefined) return false;
  const all = listed
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return all.every((name) => name.startsWith('type '));
}

/** Line comments are taken out only where they begin a line or follow a space: `https://` stays. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
