// Says more than the host takes, through botframework-directlinejs, and goes on when it may.
// node limited.mjs HOST websocket|polling  →  one line of JSON: how many were taken before and after, and the last reply.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
globalThis.XMLHttpRequest = require('xhr2');
globalThis.WebSocket = require('ws');
const { DirectLine, ConnectionStatus } = require('botframework-directlinejs');

const [host, mode] = process.argv.slice(2);
const { token } = await (await fetch(`${host}/v3/directline/tokens/generate`, { method: 'POST' })).json();
const line = new DirectLine({ token, domain: `${host}/v3/directline`, webSocket: mode === 'websocket', pollingInterval: 200 });
const statuses = [];
const replies = new Set();
const waiting = [];
line.connectionStatus$.subscribe(status => statuses.push(ConnectionStatus[status]));
line.activity$.subscribe(activity => {
  replies.add(activity.replyToId);
  waiting.splice(0).forEach(look => look());
});
const post = text => new Promise((resolve, reject) => line.postActivity({ from: { id: 'u' }, type: 'message', text }).subscribe(resolve, reject));

setTimeout(() => finish('not done in 60 s'), 60_000);
function finish(failure, result) {
  line.end();
  console.log(JSON.stringify({ failure, statuses, ...result }));
  process.exit(failure ? 1 : 0);
}

let taken = 0;
while (taken < 200 && await post(`问题${taken}`) !== 'retry') taken++;
let id;
let refused = 1;
while ((id = await post('还在吗')) === 'retry') {
  refused++;
  await new Promise(resolve => setTimeout(resolve, 200));
}
await new Promise(resolve => {
  const look = () => replies.has(id) ? resolve() : waiting.push(look);
  look();
});
finish(undefined, { taken, refused });
