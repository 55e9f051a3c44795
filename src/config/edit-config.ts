import { type Document, isMap, isNode, isScalar, parseDocument, Scalar, YAMLMap } from 'yaml';
import type { Primary } from '../core/policy.ts';
import { fail, type Result, succeed } from '../core/problem.ts';
import { readConfig } from './read-config.ts';
import { readYaml } from './read-yaml.ts';

/**
 * The text of a config with `primary` written into it: comments, order and every other setting are kept, what
 * `primary` leaves open is taken out. A config without the block gets it at its end.
 * Only a text that cannot be read as a map of settings is refused (Problems: YAML_… and CONFIG_WRONG_TYPE, placed in
 * `file`); whether the new text is a valid config is asked of `readConfig`.
 */
export function editPrimary(text: string, primary: Primary, file: string): Result<string> {
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml;
  const document = parseDocument(text, { uniqueKeys: false });
  const root = document.contents ?? startMap(document);
  if (!isMap(root)) {
    const reading = readConfig(text, null, file);
    return reading.ok ? succeed(text) : fail(...reading.problems);
  }
  const block = mapUnder(document, root, 'primary');
  const { metric, ...plain } = primary;
  for (const [key, value] of Object.entries(plain)) write(block, key, value);
  if (metric === null) block.delete('metric');
  else {
    const { unit, ...values } = metric;
    const measure = mapUnder(document, block, 'metric');
    for (const [key, value] of Object.entries(values)) write(measure, key, value);
    write(measure, 'unit', unit === '' ? null : unit);
  }
  const edited = document.toString({ lineWidth: 0 });
  return succeed(text.includes('\r\n') ? edited.replaceAll(/\r?\n/g, '\r\n') : edited);
}

function startMap(document: Document): YAMLMap {
  const map = new YAMLMap();
  document.contents = map;
  return map;
}

/** The map under `key`, made at the end where there is none: at the top, the file's first comment would change sides. */
function mapUnder(document: Document, parent: YAMLMap, key: string): YAMLMap {
  const found = parent.get(key, true);
  if (isMap(found)) {
    if (found.items.length === 0) found.flow = false;
    return found;
  }
  const map = new YAMLMap();
  const written = parent.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
  if (written) {
    if (isNode(found)) map.commentBefore = found.comment ?? null;
    written.value = map;
    return map;
  }
  const name = new Scalar(key);
  name.spaceBefore = parent === document.contents && parent.items.length > 0;
  parent.items.push(document.createPair(name, map));
  return map;
}

/** A value written over another one keeps its comment. */
function write(map: YAMLMap, key: string, value: string | number | null): void {
  if (value === null) map.delete(key);
  else map.set(key, value);
}
