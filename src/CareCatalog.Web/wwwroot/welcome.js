// The four ways in, under the greeting.
import { button, make, word } from './page.js';

/**
 * @param {(text: string) => void} say
 * @param {HTMLInputElement} field
 * @param {boolean} embedded whether the page stands in another site, where staff do not sign in
 */
export function welcome(say, field, embedded) {
  const choices = make('div', 'choices');
  const ways = make('div', 'ways');

  /** @param {string} key @param {() => Promise<HTMLElement[]> | HTMLElement[]} offer */
  const way = (key, offer) => {
    const made = button(word(key), async () => {
      for (const other of ways.querySelectorAll('button')) other.setAttribute('aria-expanded', String(other === made));
      choices.replaceChildren(...await offer());
      choices.scrollIntoView({ block: 'nearest' });
    });
    made.setAttribute('aria-expanded', 'false');
    return made;
  };
  const listed = (/** @type {string} */ key) => word(key).split('|').map(text => button(text, () => say(text)));

  ways.append(
    way('way-age', () => listed('way-age-choices')),
    way('way-need', () => listed('way-need-choices')),
    way('way-place', async () => [...await places(say), button(word('way-place-other'), () => {
      field.placeholder = word('way-place-example');
      field.focus();
    })]));
  if (!embedded) {
    const staff = make('a', 'way', word('way-staff'));
    staff.href = '/console';
    ways.append(staff);
  }
  return make('div', '', make('p', 'note', word('way-lead')), ways, choices);
}

/** @param {(text: string) => void} say */
async function places(say) {
  try {
    const response = await fetch('/api/v1/jurisdictions');
    const lists = /** @type {{code: string, name: string, englishName?: string}[]} */ (await response.json());
    return lists.filter(list => list.code !== '000000').map(list => {
      const text = document.documentElement.lang === 'en-US' && list.englishName ? `${list.englishName} (${list.name})` : list.name;
      return button(text, () => say(text));
    });
  } catch {
    return [];
  }
}
