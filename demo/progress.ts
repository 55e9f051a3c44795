/** Tells how far the demo is: one line that is written over on a terminal, plain lines elsewhere. */
export interface Progress {
  /** Does `work` under this name; says how long it took. `tell` shows how far it is. */
  step<Value>(name: string, work: (tell: (state: string) => void) => Promise<Value>): Promise<Value>;
}

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const clearLine = '\r\u001b[2K';

export function createProgress(terminal: Terminal): Progress {
  const isLive = terminal.isTTY === true;
  return {
    step: async (name, work) => {
      const startedAt = performance.now();
      const tell = (state: string) => {
        if (isLive) terminal.write(`${clearLine}… ${name}: ${state}`);
      };
      if (isLive) tell('started');
      try {
        const value = await work(tell);
        const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
        terminal.write(`${isLive ? clearLine : ''}✓ ${name} (${seconds} s)\n`);
        return value;
      } catch (error) {
        terminal.write(`${isLive ? clearLine : ''}✗ ${name}\n`);
        throw error;
      }
    },
  };
}
