// The strip of the caller: where they live, the children's ages, circumstances. Nothing of it is kept.
import { all, at, make, word } from '../page.js';

/** @typedef {{places: {code: string, name: string}[], circumstances: {id: string, name: string}[]}} Choices */

export class Caller {
  /** @param {() => void} onChange */
  constructor(onChange) {
    this.place = /** @type {HTMLSelectElement} */ (at('caller-place'));
    this.ages = /** @type {HTMLInputElement} */ (at('caller-ages'));
    this.box = at('caller-circumstances');
    this.onChange = () => { this.count(); onChange(); };
    this.place.addEventListener('change', this.onChange);
    this.ages.addEventListener('input', this.onChange);
  }

  /** The circumstances noted, by id. */
  get circumstances() {
    return this.boxes.filter(box => box.checked).map(box => box.value);
  }

  /** What of it is sent with a search. @returns {Record<string, string>} */
  get asked() {
    return { at: this.place.value, ages: this.ages.value.replace(/[\uff0c\u3001\s]+/g, ','), circumstances: this.circumstances.join(',') };
  }

  get boxes() {
    return all('input', this.box).map(box => /** @type {HTMLInputElement} */ (box));
  }

  /** Offers what there is; what is noted stays. @param {Choices} choices */
  offer(choices) {
    const [place, held] = [this.place.value, this.circumstances];
    this.place.replaceChildren(new Option(word('caller-place-any'), ''), ...choices.places.map(list => new Option(list.name, list.code)));
    this.place.value = place;
    this.box.querySelector('div')?.replaceChildren(...choices.circumstances.map(known => {
      const box = make('input', '');
      box.type = 'checkbox';
      box.value = known.id;
      box.checked = held.includes(known.id);
      box.addEventListener('change', this.onChange);
      return make('label', '', box, known.name);
    }));
  }

  /** Forgets the caller. */
  clear() {
    this.place.value = '';
    this.ages.value = '';
    for (const box of this.boxes) box.checked = false;
    this.box.removeAttribute('open');
    this.count();
  }

  count() {
    const count = this.circumstances.length;
    at('caller-held').textContent = count ? `(${count})` : '';
  }
}
