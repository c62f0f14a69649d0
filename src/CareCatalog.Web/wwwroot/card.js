// The card of an answer: the answer, what the child gets, why, whom to contact, where it is written, one question.
import { button, copied, make, printed, word } from './page.js';
import { printOnly } from './print.js';

/**
 * @typedef {{id: string, service: string, title: string, summary: string, content: string,
 *   departments: string[], why: string[], source: string}} Match
 * @typedef {{kind: string, text: string}} Part
 * @typedef {{outcome: string, language: string, matches?: Match[], passagesFirst?: boolean, hotlines?: string[],
 *   buttons?: string[], text: string, parts?: Part[]}} Reply
 */

/** Kinds that stand open in the card; the row's own text, why and source are folded under it. */
const SAID = ['say', 'aspect', 'still', 'guidance', 'passage', 'more'];

/** @param {Reply} reply */
export function card(reply) {
  const made = make('article', 'card');
  made.lang = reply.language === 'en' ? 'en' : 'zh-CN';
  const parts = reply.parts?.length ? reply.parts : [{ kind: 'say', text: reply.text }];
  const rows = reply.matches ?? [];
  const danger = parts.filter(part => part.kind === 'banner' || part.kind === 'hotline');
  if (danger.length) made.append(banner(danger, reply));
  for (const part of parts.filter(part => part.kind === 'remark')) made.append(make('p', 'remark', part.text));
  if (isComparison(parts, reply)) {
    made.append(...beside(parts));
    return asked(made, parts);
  }
  if (rows.length && !reply.passagesFirst) made.append(lead(rows[0]));
  for (const part of parts.filter(part => SAID.includes(part.kind))) made.append(make('p', part.kind, ...dialled(part.text, reply)));
  if (rows.length && !reply.passagesFirst) made.append(folded('card-content', rows[0].content, part(parts, 'reading')));
  if (rows.length && !reply.passagesFirst) made.append(folded('card-why', ...rows[0].why));
  made.append(...contacts(parts, reply));
  made.append(...fold('card-source', parts, 'source'));
  made.append(...also(reply.passagesFirst ? rows : rows.slice(1)));
  return asked(made, parts);
}

/** @param {HTMLElement} made @param {Part[]} parts */
function asked(made, parts) {
  for (const part of parts.filter(part => part.kind === 'question')) made.append(make('p', 'question', part.text));
  return made;
}

/** Rows of several places in the same form: none leads. @param {Part[]} parts @param {Reply} reply */
function isComparison(parts, reply) {
  return !reply.passagesFirst && parts.some(part => part.kind === 'also') && !parts.some(part => part.kind === 'lead');
}

/** The places one under the other, each with its own text and source folded. @param {Part[]} parts */
function beside(parts) {
  /** @type {HTMLElement[]} */
  const places = [];
  for (const { kind, text } of parts) {
    if (kind === 'also') places.push(make('section', 'beside', ...headed(text)));
    else if (kind === 'content' || kind === 'source') places.at(-1)?.append(folded(`card-${kind}`, text));
  }
  return places;
}

/** A text that begins with a name and a colon, the name as its head. @param {string} text */
function headed(text) {
  const [, name, rest] = /^([^\uff1a:]{1,40})(?:\uff1a|: )(.+)$/s.exec(text) ?? [];
  return name ? [make('h2', '', name), make('p', '', rest)] : [make('p', '', text)];
}

/** What a screen reader hears of an answer. @param {Reply} reply */
export function heard(reply) {
  const kinds = ['banner', 'hotline', 'say', 'remark', 'lead', 'aspect', 'passage', 'contact', 'question'];
  if (isComparison(reply.parts ?? [], reply)) kinds.push('also');
  const parts = (reply.parts ?? []).filter(part => kinds.includes(part.kind));
  return parts.length ? parts.map(part => part.text).join(' ') : reply.text;
}

/** @param {Match} row */
function lead(row) {
  const head = make('h2', 'lead', row.title);
  const own = row.title === row.service ? null : printed('span', 'own', row.service);
  return make('div', '', head, own, make('p', 'summary', row.summary));
}

/** @param {Part[]} danger @param {Reply} reply */
function banner(danger, reply) {
  const box = make('section', 'danger', make('h2', '', word('danger')));
  for (const part of danger.filter(part => part.kind === 'banner')) box.append(make('p', '', ...dialled(part.text, reply)));
  const calls = make('ul', 'calls');
  for (const part of danger.filter(part => part.kind === 'hotline')) {
    const number = numbers(reply).find(number => part.text.startsWith(number));
    calls.append(make('li', '', number ? call(number) : null, make('span', '', part.text)));
  }
  box.append(calls);
  return box;
}

/** @param {Part[]} parts @param {Reply} reply */
function contacts(parts, reply) {
  const found = parts.filter(part => part.kind === 'contact');
  const rest = numbers(reply).filter(number => !parts.some(part => part.kind === 'hotline' && part.text.startsWith(number)));
  if (!found.length && !rest.length) return [];
  const box = make('div', 'contact');
  for (const part of found) box.append(make('p', '', ...dialled(part.text, reply)));
  box.append(make('p', 'calls', ...rest.map(call)));
  return [box];
}

/** @param {Match[]} rows */
function also(rows) {
  return rows.map(row => {
    const box = make('details', 'also', make('summary', '', word('card-also'), word('colon'), row.title, make('span', 'departments', row.departments.join(word('list-separator')))));
    box.append(make('p', 'summary', row.summary), make('p', 'content', row.content));
    box.append(make('p', '', row.why.join(word('clause-separator'))), make('p', 'source', row.source));
    return box;
  });
}

/** @param {string} title @param {Part[]} parts @param {string} kind */
function fold(title, parts, kind) {
  const found = parts.filter(part => part.kind === kind);
  return found.length ? [folded(title, ...found.map(part => part.text))] : [];
}

/** @param {string} title @param {...(string | undefined)} texts */
function folded(title, ...texts) {
  const box = make('details', 'fold', make('summary', '', word(title)));
  for (const text of texts) if (text) box.append(make('p', '', text));
  return box;
}

/** @param {Part[]} parts @param {string} kind */
function part(parts, kind) {
  return parts.find(part => part.kind === kind)?.text;
}

/** The public numbers of an answer; only digits ever become an address. @param {Reply} reply */
function numbers(reply) {
  return (reply.hotlines ?? []).filter(number => /^\d{3,8}$/.test(number));
}

/** A link that dials. @param {string} number */
function call(number) {
  const link = make('a', 'call', word('call', { number }));
  link.href = `tel:${number}`;
  return link;
}

/**
 * The text with each public number of the answer as a link.
 * @param {string} text @param {Reply} reply
 * @returns {(string | Node)[]}
 */
export function dialled(text, reply) {
  const known = new Set(numbers(reply));
  return text.split(/(\d+)/).map(piece => {
    if (!known.has(piece)) return piece;
    const link = make('a', '', piece);
    link.href = `tel:${piece}`;
    return link;
  });
}

/**
 * Copy and print of one answer.
 * @param {HTMLElement[]} turns the answer, and the question before it @param {Reply} reply
 */
export function tools(turns, reply) {
  const copy = button(word('copy'), async () => {
    await copied(reply.text);
    copy.textContent = word('copied');
    setTimeout(() => { copy.textContent = word('copy'); }, 2000);
  });
  return make('p', 'tools', copy, button(word('print'), () => printOnly(...turns)));
}
