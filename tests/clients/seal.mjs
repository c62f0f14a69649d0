// Seals and opens messages with the implementations that others wrote: @wecom/crypto (Tencent's) and wechat-crypto.
// node seal.mjs close N  →  N lines of JSON, messages sealed and signed
// node seal.mjs open     ←  lines {library, token, key, id, sealed}  →  lines {message, id}
import { randomBytes, randomInt } from 'node:crypto';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const require = createRequire(import.meta.url);
const wecom = require('@wecom/crypto');
const WXBizMsgCrypt = require('wechat-crypto');

const libraries = {
  '@wecom/crypto': {
    close: ({ key, id, message }) => wecom.encrypt(key, message, id),
    open: ({ key, sealed }) => wecom.decrypt(key, sealed),
    sign: ({ token, timestamp, nonce }, sealed) => wecom.getSignature(token, timestamp, nonce, sealed),
  },
  'wechat-crypto': {
    close: ({ token, key, id, message }) => new WXBizMsgCrypt(token, key, id).encrypt(message),
    open: ({ token, key, id, sealed }) => new WXBizMsgCrypt(token, key, id).decrypt(sealed),
    sign: ({ token, key, id, timestamp, nonce }, sealed) => new WXBizMsgCrypt(token, key, id).getSignature(timestamp, nonce, sealed),
  },
};

const print = line => console.log(JSON.stringify(line));

if (process.argv[2] === 'close') {
  const letters = ['孩', '子', '四', '岁', '👶', 'a', ' ', '<', '&', '\n', '。'];
  for (let i = 0; i < Number(process.argv[3]); i++) {
    const library = Object.keys(libraries)[i % 2];
    const made = {
      library,
      token: randomBytes(1 + i % 16).toString('hex'),
      key: randomBytes(32).toString('base64').slice(0, 43),
      id: `wx${randomBytes(8).toString('hex')}`,
      // Every length modulo the block comes up.
      message: Array.from({ length: i }, () => letters[randomInt(letters.length)]).join(''),
      timestamp: `${1700000000 + i}`,
      nonce: `${randomInt(2 ** 31)}`,
    };
    const sealed = libraries[library].close(made);
    print({ ...made, sealed, signature: libraries[library].sign(made, sealed) });
  }
} else {
  for await (const line of createInterface({ input: process.stdin })) {
    const given = JSON.parse(line);
    const { message, id } = libraries[given.library].open(given);
    print({ message, id });
  }
}
