import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const demo = fileURLToPath(new URL('../../demo/main.ts', import.meta.url));

export interface StartedDemo {
  /** Of its page. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Plays the demo in a process of its own and keeps its page up; rejects with what it said where it ends early. */
export async function startDemo(): Promise<StartedDemo> {
  const child = spawn(process.execPath, [demo, '--keep'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await addressOf(child);
  return {
    address,
    stop: async () => {
      child.kill('SIGINT');
      await once(child, 'close');
    },
  };
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  let said = '';
  for await (const text of stdout?.setEncoding('utf8') ?? []) {
    said += text;
    const address = /^Page +(\S+)$/m.exec(said)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error(`The demo ended without a page:\n${said}`);
}
