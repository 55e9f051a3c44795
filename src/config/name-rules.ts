import { constraints } from '../core/constraint.ts';
import { labelCatalogue } from '../core/labels.ts';
import type { Problem } from '../core/problem.ts';
import { type ConfigPath, renderFound, renderPath, valueAt } from './path-in-config.ts';
import type { Layer } from './read-shape.ts';

/** A label's name is one that GitHub keeps as it is and can be asked for by. Problem: CONFIG_LABEL_NAME. */
export function plainLabels({ config, placeOf }: Layer): readonly Problem[] {
  return Object.entries(config.labels ?? {}).flatMap(([key, name]) => {
    // GitHub's lists take several labels separated by commas.
    if (!name || (name === name.trim() && !/[\p{Cc},]/u.test(name))) return [];
    return [
      {
        code: 'CONFIG_LABEL_NAME',
        message: `\`${renderPath(['labels', key])}\` cannot be the name of a label.`,
        found: renderFound(name),
        expected: 'one line without a comma, and without space at either end',
        fix: 'Take the comma, line break or outer space out of it.',
        at: placeOf(['labels', key]),
      },
    ];
  });
}

/** No two labels share a name; GitHub compares them without case. Problem: CONFIG_LABEL_TWICE. */
export function distinctLabels({ config, placeOf }: Layer): readonly Problem[] {
  const renamed = config.labels ?? {};
  const keysByName = new Map<string, string[]>();
  for (const { key } of labelCatalogue) {
    const name = (renamed[key] ?? key).toLowerCase();
    keysByName.set(name, [...(keysByName.get(name) ?? []), key]);
  }
  return [...keysByName.values()].flatMap((keys) => {
    // Where one of them kept its own name, the renamed one is at fault; of two renamed ones the second.
    const isRenamed = (key: string) => (renamed[key] ?? key).toLowerCase() !== key;
    const [first, ...others] = keys.toSorted(
      (one, other) => Number(isRenamed(one)) - Number(isRenamed(other)),
    );
    return others.map((key) => ({
      code: 'CONFIG_LABEL_TWICE',
      message: `\`${renderPath(['labels', key])}\` has the name of the label \`${first}\`.`,
      found: renderFound(renamed[key]),
      expected: 'a name no other label has, whatever its case',
      fix: 'Choose another name for it.',
      at: placeOf(['labels', key]),
    }));
  });
}

/** Two mirrored values never share a field. Problem: CONFIG_FIELD_TWICE. */
export function distinctFields({ config, placeOf }: Layer): readonly Problem[] {
  const fields = config.fields ?? {};
  const named = (['score', 'verdict', 'constraint'] as const).map((value) => ({
    name: fields[value] ?? '',
    path: ['fields', value],
  }));
  return twice(named).map(({ name, path, other }) => ({
    code: 'CONFIG_FIELD_TWICE',
    message: `\`${renderPath(path)}\` names the same field as \`${renderPath(other)}\`.`,
    found: renderFound(name),
    expected: 'another field for each value',
    fix: 'Name another field, or remove one of the two.',
    at: placeOf(path),
  }));
}

/** A label or glob speaks for one constraint. Problem: CONFIG_CLASSIFY_TWICE. */
export function classifiesOnce({ config, placeOf }: Layer): readonly Problem[] {
  const entriesOf = (list: 'labels' | 'paths', toName: (text: string) => string) =>
    constraints.flatMap((constraint) =>
      (config.classify?.[constraint]?.[list] ?? []).map((text, index) => ({
        name: toName(text),
        path: ['classify', constraint, list, index],
      })),
    );
  const repeated = [
    ...twice(entriesOf('labels', (label) => label.toLowerCase())),
    ...twice(entriesOf('paths', (glob) => glob)),
  ];
  return repeated.map(({ path, other }) => ({
    code: 'CONFIG_CLASSIFY_TWICE',
    message: `\`${renderPath(path)}\` repeats \`${renderPath(other)}\`.`,
    found: renderFound(valueAt(config, path)),
    expected: 'each label and each glob once, under one constraint',
    fix: 'Keep it where it belongs and remove the other.',
    at: placeOf(path),
  }));
}

/**
 * A glob for paths can match one: they are told from the root of the repository, without a slash at either end.
 * Problem: CONFIG_PATH_GLOB.
 */
export function pathsFromRoot({ config, placeOf }: Layer): readonly Problem[] {
  const lists: readonly { readonly path: ConfigPath; readonly globs: readonly string[] }[] = [
    { path: ['drift', 'exempt', 'paths'], globs: config.drift?.exempt?.paths ?? [] },
    ...constraints.map((constraint) => ({
      path: ['classify', constraint, 'paths'],
      globs: config.classify?.[constraint]?.paths ?? [],
    })),
  ];
  return lists.flatMap(({ path, globs }) =>
    globs.flatMap((glob, index) => {
      const anchored = glob.replace(/^(\.?\/)+/, '');
      const meant = anchored === '' || anchored.endsWith('/') ? `${anchored}**` : anchored;
      const leadsUp = glob.split('/').includes('..');
      if (meant === glob && !leadsUp) return [];
      return [
        {
          code: 'CONFIG_PATH_GLOB',
          message: `\`${renderPath([...path, index])}\` can never match a file.`,
          found: renderFound(glob),
          expected: 'a path from the root of the repository, without a slash at either end',
          fix: leadsUp ? 'Write it without `..`.' : `Write \`${meant}\` instead.`,
          at: placeOf([...path, index]),
        },
      ];
    }),
  );
}

interface Named {
  readonly name: string;
  readonly path: ConfigPath;
}

/** Those whose name was met before, each with where. */
function twice(entries: readonly Named[]): readonly (Named & { readonly other: ConfigPath })[] {
  const met = new Map<string, ConfigPath>();
  return entries.flatMap((entry) => {
    const other = met.get(entry.name);
    if (entry.name !== '' && other === undefined) met.set(entry.name, entry.path);
    return other === undefined ? [] : [{ ...entry, other }];
  });
}
