// The list of rows found: a listbox steered from the field.
import { make, printed, word } from '../page.js';
import { around, marked, named } from './marks.js';

/** @typedef {import('./search.js').Row} Row @typedef {import('./search.js').Found} Found */

export class Results {
  /** @param {HTMLElement} list @param {HTMLElement} field the combobox it belongs to @param {(row: Row) => void} onOpen */
  constructor(list, field, onOpen) {
    this.list = list;
    this.field = field;
    this.onOpen = onOpen;
    this.active = -1;
    /** @type {Row[]} */
    this.rows = [];
  }

  /** The row Enter opens: the one chosen, else the first. */
  get chosen() {
    return this.rows[Math.max(0, this.active)];
  }

  /** Says that what is shown is no longer what is looked for. */
  expect() {
    this.list.setAttribute('aria-busy', 'true');
  }

  /** @param {Found} found @param {boolean} choosing whether the first row is chosen at once */
  draw(found, choosing) {
    this.rows = found.rows;
    this.list.replaceChildren(...found.rows.map((row, index) => this.option(row, index, found.marks)));
    this.list.removeAttribute('aria-busy');
    this.field.setAttribute('aria-expanded', String(found.rows.length > 0));
    this.choose(choosing && found.rows.length ? 0 : -1);
  }

  /** Chooses the next row, or the one before. @param {number} step */
  move(step) {
    if (this.rows.length) this.choose(Math.min(this.rows.length - 1, Math.max(0, this.active + step)));
  }

  /** @param {number} index */
  choose(index) {
    this.active = index;
    for (const [at, option] of [...this.list.children].entries()) option.setAttribute('aria-selected', String(at === index));
    if (index < 0) return this.field.removeAttribute('aria-activedescendant');
    this.field.setAttribute('aria-activedescendant', `hit-${index}`);
    this.list.children[index].scrollIntoView({ block: 'nearest' });
  }

  /** @param {Row} row @param {number} index @param {string[]} marks */
  option(row, index, marks) {
    const separator = word('list-separator');
    const made = make('li', 'hit',
      make('div', 'head', make('span', 'place', row.place), make('span', 'number', word('number', { number: row.number })),
        ...named(row, marks), row.doubtful ? make('span', 'doubtful', word('doubtful')) : null),
      make('div', 'who', printed('span', '', ...marked(row.audience, marks)), ' · ', ...marked(row.departments.join(separator), marks)),
      row.summary ? make('div', 'what', row.summary) : printed('div', 'what', ...marked(around(row.content, marks), marks)),
      row.reasons.length ? make('div', 'why', word('reason-lead'), row.reasons.map(reason => word(`reason-${reason}`)).join(separator)) : null);
    made.id = `hit-${index}`;
    made.setAttribute('role', 'option');
    made.setAttribute('aria-selected', 'false');
    made.addEventListener('click', () => this.onOpen(row));
    return made;
  }
}
