// The words of a search where they stand in a text.
import { make, printed } from '../page.js';

const LONGEST = 120;
const BEFORE = 30;

/** A text with the words marked. @param {string} text @param {string[]} marks @returns {(string | Node)[]} */
export function marked(text, marks) {
  const words = marks.filter(mark => mark.length > 0).map(mark => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (!words.length) return [text];
  return text.split(new RegExp(`(${words.join('|')})`, 'gi')).map((piece, at) => at % 2 ? make('mark', '', piece) : piece);
}

/** What a row is called: in English and as printed, or as printed alone. @param {{service: string, title?: string | null}} row @param {string[]} marks */
export function named(row, marks) {
  const service = marked(row.service, marks);
  return row.title ? [make('strong', '', row.title), ' ', printed('span', 'own', ...service)] : [printed('strong', '', ...service)];
}

/** A stretch of a long text round the first word. @param {string} text @param {string[]} marks */
export function around(text, marks) {
  const first = Math.min(...marks.map(mark => text.indexOf(mark)).filter(at => at >= 0), text.length);
  const from = first === text.length || first < 2 * BEFORE ? 0 : first - BEFORE;
  return (from ? '…' : '') + text.slice(from, from + LONGEST) + (text.length > from + LONGEST ? '…' : '');
}
