/** Loaded before a program: tells at its end how much memory the process ever held, all of Node included. */
import process from 'node:process';

process.on('exit', () => {
  process.stderr.write(`peak=${process.resourceUsage().maxRSS}\n`);
});
