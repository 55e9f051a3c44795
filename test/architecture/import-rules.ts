import { type Import, type SourceFile, withoutComments } from './source-files.ts';

/** The rules of docs/architecture.md. Each function returns one sentence for every rule that a file breaks. */

const entries = ['app', 'cli', 'action'];
const adapters = ['github', 'inbox'];

/** What each layer may import beside itself: other layers, and packages, of which `node:` stands for all of Node's own. */
const layers: Readonly<Record<string, { may: readonly string[]; packages: readonly string[] }>> = {
  core: { may: [], packages: [] },
  config: { may: ['core'], packages: ['yaml', 'zod'] },
  render: { may: ['core'], packages: ['markdown-it', 'zod'] },
  tasks: { may: ['render', 'config', 'core'], packages: [] },
  github: {
    may: ['tasks', 'core'],
    packages: ['@octokit/core', '@octokit/openapi-types', '@octokit/types', 'zod'],
  },
  inbox: { may: ['tasks', 'core'], packages: ['@electric-sql/pglite', 'pg-boss', 'zod', 'node:'] },
  app: {
    may: ['tasks', 'github', 'inbox', 'render', 'config', 'core'],
    packages: ['@octokit/auth-app', '@octokit/core', 'pino', 'probot', 'prom-client', 'zod', 'node:'],
  },
  cli: {
    may: ['tasks', 'github', 'inbox', 'render', 'config', 'core'],
    packages: ['@clack/prompts', 'commander', 'zod', 'node:'],
  },
  action: {
    may: ['tasks', 'github', 'render', 'config', 'core'],
    packages: ['@actions/core', 'zod', 'node:'],
  },
};

export const layerNames = Object.keys(layers);

/** Its layer, whether or not it imports anything. */
export function findLayer({ path }: SourceFile): readonly string[] {
  return layers[layerOf(path)] ? [] : [`${path}: ${layerOf(path)} is no layer of docs/architecture.md.`];
}

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
  if (path === 'src/core/calendar.ts' && target === 'temporal-polyfill') return null;
  const layer = layerOf(path);
  const { packages = [] } = layers[layer] ?? {};
  const isAllowed = packages.some((one) => target === one || (one === 'node:' && target.startsWith(one)));
  if (isAllowed) return null;
  return packages.length === 0
    ? `${layer} imports no package and nothing of Node.`
    : `of packages ${layer} imports only ${packages.join(', ')}.`;
}

function layerOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'src' ? second : first;
}

/** Every way round in which files import each other, types included: `a.ts > b.ts > a.ts`. */
export function findCycles(files: readonly SourceFile[]): readonly string[] {
  const targets = new Map(
    files.map(({ path, imports }) => [
      path,
      imports.filter(({ isOwn }) => isOwn).map(({ target }) => target),
    ]),
  );
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]) => {
    if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(' > '));
    if (done.has(path) || way.includes(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...way, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return cycles;
}

const impure =
  /\b(?:Date\.now|Math\.random|fetch|setTimeout|setInterval|setImmediate|queueMicrotask|require)\s*\(|\bnew Date\(\s*\)|\b(?:performance|crypto|console|Temporal\.Now)\.\w|\bglobalThis\b|\bimport\.meta\b/;

/** Of the core: a clock, chance, the network, the terminal or a timer, which no import shows. */
export function findImpurity({ path, text }: SourceFile): readonly string[] {
  const found = layerOf(path) === 'core' ? impure.exec(withoutComments(text)) : null;
  return found === null ? [] : [`${path} uses ${found[0]}: the core is given what it needs.`];
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

const mostLines = 200;

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
