/**
 * A GitHub with a backlog of any size for measuring what reading it costs: it answers what a summary and a sweep ask,
 * over real HTTP, and works out each page as it is asked for. Issue lists page by cursor, as GitHub's do; a page number
 * is refused.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerGraphql } from './graphql.ts';
import { createPopulation } from './population.ts';
import { answerRest, type Large } from './rest.ts';

export interface LargeGitHub {
  readonly url: string;
  readonly workflowToken: string;
  /** `POST /graphql Counts`, `GET /repos/…`, in order of arrival. */
  readonly requests: string[];
  readonly large: Large;
  close(): Promise<void>;
}

export async function startLargeGitHub(
  openCandidates: number,
  files: Readonly<Record<string, string>>,
  now = Date.now(),
): Promise<LargeGitHub> {
  const requests: string[] = [];
  const large: Large = {
    population: createPopulation(openCandidates, now),
    files,
    now,
    url: '',
    posted: [],
    labels: new Map(),
  };
  const server = createServer((request, response) => {
    handle(large, request, response, requests).catch((fault: unknown) =>
      send(response, 500, { message: String(fault) }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port');
  large.url = `http://127.0.0.1:${address.port}`;
  return {
    url: large.url,
    workflowToken: 'large-token',
    requests,
    large,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function handle(
  large: Large,
  request: IncomingMessage,
  response: ServerResponse,
  requests: string[],
): Promise<void> {
  const text = await readBody(request);
  const body: unknown = text === '' ? {} : JSON.parse(text);
  const url = new URL(request.url ?? '/', large.url);
  if (url.pathname === '/graphql') {
    const { name, data } = answerGraphql(large, body);
    requests.push(`POST /graphql ${name}`);
    return send(response, 200, { data });
  }
  requests.push(`${request.method} ${url.pathname}${url.search}`);
  const answer = answerRest(large, request.method ?? 'GET', url, body);
  send(response, answer.status, answer.json, answer.headers);
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

function send(
  response: ServerResponse,
  status: number,
  json: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const isRaw = typeof json === 'string';
  response.writeHead(status, {
    'content-type': isRaw ? 'text/plain; charset=utf-8' : 'application/json',
    ...headers,
  });
  response.end(isRaw ? json : JSON.stringify(json));
}
