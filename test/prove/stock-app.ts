/** What most Apps are: Probot's own server, whose handler labels the issue before the event is forgotten. */
import process from 'node:process';
import { Probot, Server } from 'probot';

const { APP_ID = '', PRIVATE_KEY = '', WEBHOOK_SECRET = '', GITHUB_API_URL = '', PORT = '' } = process.env;

const server = new Server({
  port: Number(PORT),
  Probot: Probot.defaults({
    appId: APP_ID,
    privateKey: PRIVATE_KEY,
    secret: WEBHOOK_SECRET,
    baseUrl: GITHUB_API_URL,
  }),
});
await server.load((app) => {
  app.on('issues.opened', async (context) => {
    await context.octokit.rest.issues.addLabels(context.issue({ labels: ['candidate'] }));
  });
});
await server.start();
process.stdout.write(
  `${JSON.stringify({ msg: 'Chokepoint is running.', address: `http://localhost:${PORT}` })}\n`,
);
