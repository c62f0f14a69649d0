// What the assistant could not answer today.
import { make, wide, word } from '../page.js';
import { ask } from './ask.js';

export async function unanswered() {
  const found = /** @type {{text: string, outcome: string, count: number}[]} */ (await ask('/console/api/unanswered'));
  const head = make('tr', '', ...['text', 'outcome', 'count'].map(name => {
    const cell = make('th', name, word(`unanswered-${name}`));
    cell.scope = 'col';
    return cell;
  }));
  return [
    make('h2', '', word('tab-unanswered')), make('p', 'quiet', word('unanswered-lead')),
    found.length
      ? wide(word('tab-unanswered'), make('table', '', make('thead', '', head), make('tbody', '', ...found.map(one => make('tr', '',
        make('td', 'text', one.text), make('td', '', word(`outcome-${one.outcome}`)), make('td', 'count', String(one.count)))))))
      : make('p', '', word('unanswered-none')),
  ];
}
