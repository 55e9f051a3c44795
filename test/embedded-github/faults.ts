/** Faults a test asks for: a status, a delay, a reset, or the request done and the answer lost. */

export interface Fault {
  readonly method?: string;
  /** A pathname with `*` and `**`, or an expression tested against the path with its query. */
  readonly path?: string | RegExp;
  /** Which matching request it hits first, from 1 (default). */
  readonly nth?: number;
  /** How many matching requests in a row it hits (default 1). */
  readonly times?: number;
  readonly status?: number;
  readonly delayMilliseconds?: number;
  /** `reset` drops the connection before anything is done; `did-it-then-failed` after it was done. */
  readonly outcome?: 'reset' | 'did-it-then-failed';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Instead of `body`: sent as it is and called JSON, whatever it is. */
  readonly text?: string;
}

/** The fault of a request, if it is to have one. */
export type ChooseFault = (method: string, path: string) => Fault | undefined;

export interface FaultQueue {
  add(fault: Fault): void;
  /** Asked for every request that no person makes and no other fault hits. */
  setChoice(choose: ChooseFault): void;
  clear(): void;
  /** The fault that hits this request, counting the request against every fault it matches. */
  take(method: string, path: string, isOfPerson: boolean): Fault | undefined;
}

export function createFaultQueue(): FaultQueue {
  let armed: { fault: Fault; seen: number }[] = [];
  let choice: ChooseFault = () => undefined;
  return {
    add: (fault) => {
      armed.push({ fault, seen: 0 });
    },
    setChoice: (choose) => {
      choice = choose;
    },
    clear: () => {
      armed = [];
      choice = () => undefined;
    },
    take: (method, path, isOfPerson) => {
      let hit: Fault | undefined;
      for (const entry of armed) {
        if (!matches(entry.fault, method, path)) continue;
        entry.seen += 1;
        const first = entry.fault.nth ?? 1;
        const within = entry.seen >= first && entry.seen < first + (entry.fault.times ?? 1);
        if (within) hit ??= entry.fault;
      }
      return hit ?? (isOfPerson ? undefined : choice(method, path));
    },
  };
}

function matches(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
  if (fault.path === undefined) return true;
  if (fault.path instanceof RegExp)
    return new RegExp(fault.path.source, fault.path.flags.replace(/[gy]/g, '')).test(path);
  return globExpression(fault.path).test(path.split('?')[0] ?? '');
}

function globExpression(glob: string): RegExp {
  const pattern = glob
    .split(/(\*\*|\*)/)
    .map((part) =>
      part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
    )
    .join('');
  return new RegExp(`^${pattern}$`);
}
