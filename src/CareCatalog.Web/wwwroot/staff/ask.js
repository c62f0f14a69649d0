// What the pages of the console ask of the host, and what they tell in passing.
import { at, language, word } from '../page.js';

const TOLD_MS = 3000;

/** @param {string} path @param {RequestInit} [options] */
export async function ask(path, options) {
  const response = await fetch(path, { cache: 'no-store', ...options });
  if (response.status === 401) {
    tell(word('signed-out'));
    location.assign(`/console/sign-in?lang=${language()}&ReturnUrl=${encodeURIComponent(location.pathname)}`);
  }
  if (!response.ok) throw Object.assign(new Error(`${response.status}`), { status: response.status });
  return response.json();
}

/** What of an address is asked in the language of the screen. @param {string} path @param {Record<string, string>} [values] */
export function read(path, values = {}) {
  return ask(`${path}?${new URLSearchParams({ ...values, language: language() })}`);
}

/** @param {string} text */
export function tell(text) {
  const told = at('told');
  told.textContent = text;
  setTimeout(() => { if (told.textContent === text) told.textContent = ''; }, TOLD_MS);
}
