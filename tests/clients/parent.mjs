// A parent bot, made of botbuilder's own parts, that calls the host as a skill: once for the replies in the response, once
// for replies posted to its own server, where botbuilder verifies the host's token.
// node parent.mjs HOST ISSUER PARENT BOT TOKEN TEXT  →  one line of JSON
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const {
  ActivityHandler, ChannelServiceRoutes, CloudAdapter, CloudSkillHandler, MemoryStorage, SkillConversationIdFactory,
} = require('botbuilder');
const {
  allowedCallersClaimsValidator, AuthenticationConfiguration, BotFrameworkAuthenticationFactory, ServiceClientCredentialsFactory,
} = require('botframework-connector');

const [host, issuer, parent, bot, token, text] = process.argv.slice(2);

class OwnCredentials extends ServiceClientCredentialsFactory {
  async isValidAppId(id) { return id === parent; }
  async isAuthenticationDisabled() { return false; }
  async createCredentials() {
    return { signRequest: async request => { request.headers.set('Authorization', `Bearer ${token}`); return request; } };
  }
}

const auth = BotFrameworkAuthenticationFactory.create(
  '', true, 'https://login.microsoftonline.com/botframework.com', 'https://api.botframework.com', 'https://api.botframework.com',
  'https://api.botframework.com', `${issuer}/channel`, `${issuer}/apps`, 'urn:botframework:azure',
  new OwnCredentials(), new AuthenticationConfiguration([], allowedCallersClaimsValidator([bot])));
const relayed = [];
const waiting = [];
const adapter = new CloudAdapter(auth);
// What the skill says would go on to the family's channel; here it is noted.
adapter.use({
  onTurn: async (context, next) => {
    context.onSendActivities(async (_, activities) => {
      relayed.push(...activities);
      waiting.splice(0).forEach(done => done());
      return activities.map(() => ({ id: '1' }));
    });
    await next();
  },
});
const conversations = new SkillConversationIdFactory(new MemoryStorage());
const routes = [];
const handler = new CloudSkillHandler(adapter, context => new ActivityHandler().run(context), conversations, auth);
const add = method => (path, serve) => routes.push({ method, parts: path.split('/').filter(Boolean), serve });
new ChannelServiceRoutes(handler).register({ get: add('GET'), post: add('POST'), put: add('PUT'), delete: add('DELETE') });

const statuses = [];
const server = createServer((request, response) => {
  const parts = new URL(request.url, 'http://x').pathname.split('/').filter(Boolean);
  const route = routes.find(({ method, parts: wanted }) =>
    method === request.method && wanted.length === parts.length && wanted.every((part, i) => part[0] === ':' || part === parts[i]));
  request.params = Object.fromEntries(route.parts.flatMap((part, i) => part[0] === ':' ? [[part.slice(1), decodeURIComponent(parts[i])]] : []));
  response.status = code => {
    response.statusCode = code;
    statuses.push(code);
    waiting.splice(0).forEach(done => done());
    return response;
  };
  response.send = body => response.write(JSON.stringify(body ?? {}));
  route.serve(request, response, () => {});
});
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
const serviceUrl = `http://127.0.0.1:${server.address().port}`;

async function ask(deliveryMode) {
  const activity = {
    type: 'message', id: `m-${deliveryMode ?? 'normal'}`, channelId: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/cn/', text, deliveryMode, locale: 'zh-CN',
    from: { id: '29:family' }, recipient: { id: '28:parent' }, conversation: { id: `19:${deliveryMode ?? 'normal'}@thread` },
  };
  const id = await conversations.createSkillConversationIdWithOptions({
    fromBotOAuthScope: 'https://api.botframework.com', fromBotId: parent, activity, botFrameworkSkill: { id: 'carecatalog', appId: bot, skillEndpoint: `${host}/api/messages` },
  });
  return auth.createBotFrameworkClient().postActivity(parent, bot, `${host}/api/messages`, serviceUrl, id, activity);
}

setTimeout(() => finish({ failure: 'not done in 30 s', statuses }), 30_000);
function finish(result) {
  console.log(JSON.stringify(result));
  process.exit(result.failure ? 1 : 0);
}

try {
  const expected = await ask('expectReplies');
  const normal = await ask(undefined);
  while (relayed.length === 0 || statuses.length === 0) await new Promise(resolve => waiting.push(resolve));
  finish({ expected, normal: { status: normal.status, activities: relayed }, statuses });
} catch (failure) {
  finish({ failure: String(failure.stack ?? failure), statuses });
}
