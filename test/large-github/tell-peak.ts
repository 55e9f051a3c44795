/** Loaded before a program: tells at its end, in KiB, how much memory the process ever held, all of Node included. */
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';

const status = '/proc/self/status';

process.on('exit', () => {
  process.stderr.write(`peak=${ofLinux() ?? process.resourceUsage().maxRSS}\n`);
});

/** What `resourceUsage` says there begins with what the parent held when it started the process. */
function ofLinux(): string | undefined {
  return existsSync(status) ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
}
