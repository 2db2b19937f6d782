// The page's own room: preferences, data that scripts hand over, the place a link leads to.
"use strict";

const countywise = (() => {
  const received = new Map();
  const waiting = new Map();

  /** Called by the files in data/: a page opened from disk may run scripts and may not read files. */
  function receive(key, value) {
    received.set(key, value);
  }

  function script(address) {
    if (!waiting.has(address)) {
      waiting.set(
        address,
        new Promise((done, failed) => {
          const tag = document.createElement("script");
          tag.src = address;
          tag.onload = () => done();
          tag.onerror = () => failed(new Error(address));
          document.head.append(tag);
        }),
      );
    }
    return waiting.get(address);
  }

  /** The data of a key; fails where the site has no such file. */
  async function load(key) {
    await script(`data/${key.split("/").map(encodeURIComponent).join("/")}.js`);
    return received.get(key);
  }

  /** The data of a key, or null. */
  const find = (key) => load(key).catch(() => null);

  /** A code as it stands in the name of a data file. */
  const fileName = (code) => code.replace(/[^A-Za-z0-9._-]/gu, (c) => `~${c.codePointAt(0).toString(16)}~`);

  function remember(name, value) {
    try {
      localStorage.setItem(`countywise.${name}`, value);
    } catch {
      // Some browsers keep nothing for files: the choice then lasts as long as the page.
    }
  }

  function recall(name) {
    try {
      return localStorage.getItem(`countywise.${name}`);
    } catch {
      return null;
    }
  }

  const root = document.documentElement;

  /** Where the link leads: the parameters behind # and those of a page opened without. */
  const place = () => new URLSearchParams(location.hash.slice(1));

  /** The address of a page with parameters; empty ones are left out. */
  function address(page, parameters) {
    const filled = Object.entries(parameters).filter(
      ([, value]) => value !== null && value !== undefined && value !== "",
    );
    return filled.length ? `${page}.html#${new URLSearchParams(filled)}` : `${page}.html`;
  }

  /** Goes to the same page with other parameters. */
  function go(changed) {
    const next = place();
    Object.entries(changed).forEach(([name, value]) =>
      value === null || value === "" ? next.delete(name) : next.set(name, value),
    );
    location.hash = next.toString();
  }

  const language = () => root.lang.slice(0, 2);

  function speak(code) {
    root.lang = code === "zh" ? "zh-Hans" : "en";
    root.dataset.language = code;
  }

  function light(theme) {
    root.dataset.theme = theme;
  }

  speak(recall("language") || (/^zh/i.test(navigator.language || "") ? "zh" : "en"));
  light(recall("theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));

  return { receive, load, find, script, fileName, place, address, go, language, speak, light, remember };
})();
