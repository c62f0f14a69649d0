// Talks through botframework-directlinejs while its WebSocket is cut again and again, or while it polls.
// node reconnect.mjs HOST websocket|polling MESSAGES  →  one line of JSON: every activity seen, in order.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
globalThis.XMLHttpRequest = require('xhr2');
const Socket = require('ws');
const sockets = [];
globalThis.WebSocket = class extends Socket {
  constructor(...given) {
    super(...given);
    sockets.push(this);
  }
};
// The client waits 3 to 15 seconds before it comes back: the shortest is enough here.
Math.random = () => 0;
const { DirectLine } = require('botframework-directlinejs');

const [host, mode, count] = process.argv.slice(2);
const messages = Number(count);
const { token } = await (await fetch(`${host}/v3/directline/tokens/generate`, { method: 'POST' })).json();
const line = new DirectLine({ token, domain: `${host}/v3/directline`, webSocket: mode === 'websocket', pollingInterval: 200 });
const seen = [];
const waiting = [];

line.activity$.subscribe(activity => {
  seen.push(activity);
  waiting.splice(0).forEach(look => look());
});

/** Resolves when something is true of what has been seen. */
const until = test => new Promise(resolve => {
  const look = () => test() ? resolve() : waiting.push(look);
  look();
});

const post = text => new Promise((resolve, reject) => line.postActivity({ from: { id: 'u' }, type: 'message', text }).subscribe(resolve, reject));
const answered = id => seen.some(activity => activity.replyToId === id);

setTimeout(() => finish('not done in 90 s'), 90_000);
function finish(failure) {
  line.end();
  console.log(JSON.stringify({ failure, sockets: sockets.length, ids: seen.map(activity => activity.id), texts: seen.map(activity => activity.text) }));
  process.exit(failure ? 1 : 0);
}

const ids = [];
for (let i = 0; i < messages; i++) {
  if (mode === 'websocket' && i % 3 === 1) {
    // Said while the line is cut: it must come with the next one.
    sockets.at(-1).terminate();
    const count = sockets.length;
    ids.push(await post(`问题${i}`));
    await until(() => answered(ids.at(-1)));
    if (sockets.length === count) finish('the line was not renewed');
  } else {
    ids.push(await post(`问题${i}`));
    await until(() => answered(ids.at(-1)));
  }
}
finish(undefined);
