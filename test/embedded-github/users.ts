/** People, bots and the asker's own account. */
import { actorOf } from './access.ts';
import { Refusal } from './exchange.ts';
import { route } from './routing.ts';
import { accountOf } from './world.ts';

export const userRoutes = [
  route('GET /user', (world, { principal }) => {
    if (principal.kind === 'token') throw new Refusal(403, 'Resource not accessible by integration');
    return { status: 200, json: accountOf(world, actorOf(principal)) };
  }),
  route('GET /users/:login', (world, request) => ({
    status: 200,
    json: accountOf(world, request.params['login'] ?? ''),
  })),
  route('GET /rate_limit', () => {
    const core = { limit: 5_000, used: 1, remaining: 4_999, reset: Math.floor(Date.now() / 1_000) + 3_600 };
    return { status: 200, json: { resources: { core, graphql: core }, rate: core } };
  }),
];
