import { type Import, type SourceFile, withoutComments } from './source-files.ts';

/** The rules of docs/architecture.md. Each function returns one sentence for every rule that a file breaks. */

const entries = ['app', 'cli', 'action'];
const adapters = ['github', 'inbox'];

/** What each layer may import beside itself; `packages` false: not even Node's own modules. */
const layers: Readonly<Record<string, { may: readonly string[]; packages: boolean }>> = {
  core: { may: [], packages: false },
  config: { may: ['core'], packages: true },
  render: { may: ['core'], packages: true },
  tasks: { may: ['render', 'config', 'core'], packages: true },
  github: { may: ['tasks', 'core'], packages: true },
  inbox: { may: ['tasks', 'core'], packages: true },
  app: { may: ['tasks', 'github', 'inbox', 'render', 'config', 'core'], packages: true },
  cli: { may: ['tasks', 'github', 'inbox', 'render', 'config', 'core'], packages: true },
  action: { may: ['tasks', 'github', 'render', 'config', 'core'], packages: true },
};

export function findWrongImports(file: SourceFile): readonly string[] {
  return file.imports.flatMap((one) => {
    const rule = one.isOwn ? brokenByFile(file.path, one) : brokenByPackage(file.path, one.target);
    return rule === null ? [] : [`${file.path} imports ${one.target}: ${rule}`];
  });
}

function brokenByFile(path: string, { target, isTypeOnly }: Import): string | null {
  const from = layerOf(path);
  const to = layerOf(target);
  if (from === to) return null;
  if (entries.includes(to)) return 'nobody imports an entry.';
  const layer = layers[from];
  if (!layer) return `${from} is no layer of docs/architecture.md.`;
  if (adapters.includes(from) && adapters.includes(to)) return 'adapters never import each other.';
  if (!layer.may.includes(to)) {
    return `${from} imports only ${[from, ...layer.may].join(', ')}.`;
  }
  // A port lives beside the task that needs it, so any file of `tasks` may hold one.
  if (adapters.includes(from) && to === 'tasks' && !isTypeOnly) {
    return 'adapters import only types of tasks: the ports they implement.';
  }
  return null;
}

function brokenByPackage(path: string, target: string): string | null {
  if (layers[layerOf(path)]?.packages ?? true) return null;
  if (path === 'src/core/calendar.ts' && target === 'temporal-polyfill') return null;
  return 'core imports no package and nothing of Node.';
}

function layerOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'src' ? second : first;
}

const processFiles = /(?:^src\/.*\/(?:env|inputs|main)\.ts|^action\/(?:inputs|main)\.ts)$/;

export function findUseOfProcess({ path, text, imports }: SourceFile): readonly string[] {
  if (processFiles.test(path)) return [];
  const code = withoutComments(text);
  const isUsed =
    /(?<![\w$.'"`-])process\s*(?:\?\.|\.|\[)/.test(code) ||
    /\bglobalThis\.process\b/.test(code) ||
    imports.some(({ target }) => target === 'node:process' || target === 'process');
  return isUsed ? [`${path} touches process: only env.ts, inputs.ts and main.ts may.`] : [];
}

export function findDefaultExport({ path, text }: SourceFile): readonly string[] {
  const isThere = /^export\s+default\b|\bas\s+default\b/m.test(withoutComments(text));
  return isThere ? [`${path} has a default export: exports are named.`] : [];
}

const mostLines = 300;

export function findLength({ path, text }: SourceFile): readonly string[] {
  const lines = text.trimEnd().split('\n').length;
  return lines > mostLines ? [`${path} has ${lines} lines: ${mostLines} at most.`] : [];
}

/** A writer is given a Change. The standard streams and the job summary, written as `write()`, are not GitHub. */
export function findCallOfWriter({ path, text }: SourceFile): readonly string[] {
  if (path === 'src/tasks/apply.ts') return [];
  const isCalled = /(?<!\bstd(?:out|err))\s*\??\.write\s*\((?!\s*\))/.test(withoutComments(text));
  return isCalled ? [`${path} calls .write(: only src/tasks/apply.ts writes.`] : [];
}

const vagueNames = /(?:^|[-/])(?:utils?|helpers?|common|manager|service|context)(?:-|\.ts$|\/)/;

export function findName({ path }: SourceFile): readonly string[] {
  const name = path.split('/').at(-1) ?? '';
  return [
    ...(vagueNames.test(path) ? [`${path} says nothing of what it holds: name it for its main export.`] : []),
    ...(/^[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/.test(name) ? [] : [`${path} is not in kebab-case.`]),
  ];
}
