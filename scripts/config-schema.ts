import { z } from 'zod';
import { configSchema } from '../src/config/schema.ts';

/** The part of a JSON schema that the reference shows. */
interface Node {
  readonly description?: string | undefined;
  readonly default?: unknown;
  readonly type?: string | undefined;
  readonly enum?: readonly string[] | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly items?: Node | undefined;
  readonly anyOf?: readonly Node[] | undefined;
  readonly required?: readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Node>> | undefined;
}

const nodeSchema: z.ZodType<Node> = z.object({
  description: z.string().optional(),
  default: z.unknown().optional(),
  type: z
    .union([z.string(), z.array(z.string()).transform((types) => types.find((type) => type !== 'null'))])
    .optional(),
  enum: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
  maxItems: z.number().optional(),
  get items() {
    return nodeSchema.optional();
  },
  get anyOf() {
    return z.array(nodeSchema).optional();
  },
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), nodeSchema).optional();
  },
});

/** The JSON schema of `.github/chokepoint.yml` that editors complete and explain from, as the text of its file. */
export function renderConfigSchema(): string {
  // The draft that editors' YAML extensions know best.
  return `${JSON.stringify(z.toJSONSchema(configSchema, { io: 'input', target: 'draft-7' }), null, 2)}\n`;
}

/** The reference of every setting, as the Markdown between the marks of docs/configuration.md. */
export function renderConfigReference(): string {
  const root = nodeSchema.parse(JSON.parse(renderConfigSchema()));
  return Object.entries(root.properties ?? {})
    .map(([key, node]) => renderSection(key, node))
    .join('\n');
}

function renderSection(key: string, section: Node): string {
  const value = allowed(section);
  const rows = value.properties ? rowsOf(value, key) : [rowOf(key, section, false)];
  const table = ['| setting | value | default | meaning |', '|---|---|---|---|', ...rows];
  return [`### \`${key}\``, '', section.description ?? '', '', ...table, ''].join('\n');
}

function rowsOf(map: Node, parent: string): readonly string[] {
  return Object.entries(map.properties ?? {}).flatMap(([key, node]) => {
    const path = `${parent}.${/^[\w-]+$/.test(key) ? key : `"${key}"`}`;
    const value = allowed(node);
    return value.properties ? rowsOf(value, path) : [rowOf(path, node, map.required?.includes(key) ?? false)];
  });
}

function rowOf(path: string, node: Node, isRequired: boolean): string {
  const byDefault = node.default === undefined ? '' : `\`${JSON.stringify(node.default)}\``;
  const cells = [
    `\`${path}\``,
    renderValues(allowed(node)),
    isRequired ? 'required' : byDefault,
    node.description ?? '',
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** What may stand there beside nothing at all. */
function allowed(node: Node): Node {
  return node.anyOf?.find(({ type }) => type !== 'null') ?? node;
}

function renderValues(node: Node): string {
  if (node.enum) return node.enum.map((value) => `\`${value}\``).join(' | ');
  if (node.type === 'boolean') return '`true` | `false`';
  if (node.type === 'array')
    return `list, at most ${node.maxItems}, each a ${renderValues(node.items ?? {})}`;
  if (node.type === 'string') return node.maxLength ? `text of at most ${node.maxLength} characters` : 'text';
  const kind = node.type === 'integer' ? 'whole number' : 'number';
  return node.maximum === undefined ? kind : `${kind}, ${node.minimum} to ${node.maximum}`;
}
