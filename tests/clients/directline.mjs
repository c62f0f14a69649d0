// Asks the host one question through botframework-directlinejs, as any site that embeds Web Chat does.
// node directline.mjs HOST websocket|polling TEXT  →  one line of JSON: the activities in order, and what was seen of the line.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
globalThis.XMLHttpRequest = require('xhr2');
globalThis.WebSocket = require('ws');
const { DirectLine, ConnectionStatus } = require('botframework-directlinejs');

const [host, mode, text] = process.argv.slice(2);
const activities = [];
const statuses = [];
let posted;

const { token } = await (await fetch(`${host}/v3/directline/tokens/generate`, { method: 'POST' })).json();
const line = new DirectLine({
  token, domain: `${host}/v3/directline`, webSocket: mode === 'websocket', pollingInterval: 200,
});

function end(failure) {
  line.end();
  console.log(JSON.stringify({ activities, statuses, posted, streamed: Boolean(line.streamUrl) && mode === 'websocket', failure }));
  process.exit(failure ? 1 : 0);
}

line.connectionStatus$.subscribe(status => statuses.push(ConnectionStatus[status]));
line.activity$.subscribe(
  activity => {
    activities.push(activity);
    if (posted && activity.replyToId === posted) end();
  },
  failure => end(String(failure)));
line.postActivity({ from: { id: 'anyone' }, type: 'message', text }).subscribe(
  id => {
    posted = id;
    if (activities.some(activity => activity.replyToId === id)) end();
  },
  failure => end(String(failure)));
setTimeout(() => end('no reply in 20 s'), 20_000);
