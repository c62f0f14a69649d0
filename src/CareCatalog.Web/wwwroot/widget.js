// The button another site shows: <script async src="https://HOST/embed.js" data-language="zh-CN"></script>
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const origin = new URL(script.src).origin;
  const english = (script.dataset.language ?? navigator.language).startsWith('en');
  const [open, close] = english
    ? ['{widget-open en-US}', '{widget-close en-US}']
    : ['{widget-open zh-CN}', '{widget-close zh-CN}'];
  const style = `
    :host { all: initial; }
    button { position: fixed; right: 16px; bottom: 16px; z-index: 2147483646; min-height: 56px; max-width: calc(100vw - 32px);
      padding: 8px 20px; border: 2px solid #fff; border-radius: 28px; background: #0b5c8a; color: #fff;
      font: 600 17px/1.3 -apple-system, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
      box-shadow: 0 2px 10px rgba(0, 0, 0, .3); cursor: pointer; }
    button:focus-visible { outline: 3px solid #b45f06; outline-offset: 2px; }
    iframe { position: fixed; right: 16px; bottom: 84px; z-index: 2147483647; width: 400px; height: min(680px, calc(100vh - 100px));
      border: 1px solid #8a949e; border-radius: 12px; background: #fff; box-shadow: 0 4px 24px rgba(0, 0, 0, .3); }
    @media (max-width: 600px) { iframe { inset: 0; width: 100%; height: 100dvh; border: 0; border-radius: 0; } }
    [hidden] { display: none; }`;

  const host = document.createElement('carecatalog-chat');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];

  const button = document.createElement('button');
  button.type = 'button';
  /** @type {HTMLIFrameElement | undefined} */
  let frame;

  /** @param {boolean} shown */
  const show = shown => {
    if (shown && !frame) {
      frame = document.createElement('iframe');
      frame.title = open;
      frame.allow = 'clipboard-write';
      frame.src = `${origin}/?embed=1&lang=${english ? 'en-US' : 'zh-CN'}`;
      root.append(frame);
    }
    if (frame) frame.hidden = !shown;
    button.textContent = shown ? close : open;
    button.setAttribute('aria-expanded', String(shown));
    (shown ? frame : button)?.focus();
  };

  button.addEventListener('click', () => show(!frame || frame.hidden));
  addEventListener('message', event => {
    if (event.origin === origin && event.source === frame?.contentWindow && event.data === 'carecatalog:close') show(false);
  });
  button.textContent = open;
  button.setAttribute('aria-expanded', 'false');
  root.append(button);
  const place = () => document.body.append(host);
  if (document.body) place();
  else addEventListener('DOMContentLoaded', place);
})();
