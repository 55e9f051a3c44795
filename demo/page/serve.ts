import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EmbeddedGitHub } from '../../test/embedded-github/start.ts';
import { readShown } from './read-shown.ts';
import { renderShown } from './render-shown.ts';

export interface ServedPage {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  close(): void;
}

/** Serves the page on this machine alone, read anew from GitHub each time it is asked for. */
export async function servePage(github: EmbeddedGitHub): Promise<ServedPage> {
  const server = createServer((request, response) => {
    if (request.url !== '/' || request.method !== 'GET') {
      response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    readShown(github, new Date())
      .then((shown) => response.writeHead(200, headers).end(renderShown(shown)))
      .catch((error: unknown) =>
        response.writeHead(500, plain).end(`The page could not be made: ${error}\n`),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${portOf(server.address())}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const plain = { 'content-type': 'text/plain; charset=utf-8' };
const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The page is served at no port.');
  return address.port;
}

const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Opens the address in the person's browser; whether there is one does not matter. */
export function openBrowser(address: string, platform: string): void {
  const [command, ...before] = openers[platform] ?? ['xdg-open'];
  const child = spawn(command, [...before, address], { stdio: 'ignore', detached: true });
  child.once('error', () => {});
  child.unref();
}
