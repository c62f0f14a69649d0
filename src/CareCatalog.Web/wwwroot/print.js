// On paper an answer stands with its question, and every fold is open.
import { all } from './page.js';

/** @type {HTMLElement[]} */
let printed = [];
/** @type {HTMLDetailsElement[]} */
let unfolded = [];

/** Prints some turns of the talk and no others. @param {HTMLElement[]} turns */
export function printOnly(...turns) {
  printed = turns;
  document.body.classList.add('one');
  for (const turn of turns) turn.classList.add('printed');
  print();
}

addEventListener('beforeprint', () => {
  unfolded = all('#talk details:not([open])').map(fold => /** @type {HTMLDetailsElement} */ (fold));
  for (const fold of unfolded) fold.open = true;
});

addEventListener('afterprint', () => {
  for (const fold of unfolded) fold.open = false;
  for (const turn of printed) turn.classList.remove('printed');
  document.body.classList.remove('one');
  [unfolded, printed] = [[], []];
});
