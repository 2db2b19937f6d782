// Numbers as the commands of Countywise write them: rounded half up, thousands apart.
"use strict";

countywise.format = (() => {
  const ROUNDED = new Set(["percent", "yuan", "mu"]);
  const NONE = "–";

  /** The digits of a number without an exponent. */
  function plain(number) {
    const text = String(number);
    const at = text.search(/e/i);
    if (at < 0) {
      return text;
    }
    const [, sign, digits] = /^(-?)([\d.]+)/.exec(text);
    const power = Number(text.slice(at + 1));
    const [whole, rest = ""] = digits.split(".");
    const all = whole + rest;
    const point = whole.length + power;
    if (point <= 0) {
      return `${sign}0.${"0".repeat(-point)}${all}`;
    }
    return `${sign}${all.padEnd(point, "0").slice(0, point)}.${all.slice(point) || "0"}`;
  }

  /** The digits rounded half up to so many decimals. */
  function rounded(number, decimals) {
    const text = plain(number);
    const negative = text.startsWith("-");
    const [whole, rest = ""] = text.replace("-", "").split(".");
    const kept = BigInt(whole + rest.padEnd(decimals, "0").slice(0, decimals));
    const up = rest.length > decimals && rest[decimals] >= "5" ? 1n : 0n;
    const digits = (kept + up).toString().padStart(decimals + 1, "0");
    const point = digits.length - decimals;
    return { negative: negative && kept + up > 0n, whole: digits.slice(0, point), rest: digits.slice(point) };
  }

  function written(number, least, most) {
    const { negative, whole, rest } = rounded(number, most);
    let decimals = rest;
    while (decimals.length > least && decimals.endsWith("0")) {
      decimals = decimals.slice(0, -1);
    }
    const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    return `${negative ? "-" : ""}${thousands}${decimals ? `.${decimals}` : ""}`;
  }

  /** A value with as many decimals as its unit bears; a dash where there is none. */
  function value(number, unit) {
    if (number === null || number === undefined) {
      return NONE;
    }
    if (ROUNDED.has(unit)) {
      return written(number, 2, 2);
    }
    const size = Math.abs(Number(number));
    return written(number, 0, size > 0 && size < 1 ? 4 : 2);
  }

  /** An exact number in full. */
  const exact = (number) => (number === null || number === undefined ? NONE : written(number, 0, 6));

  /** A number with its unit, as far as that is a sign. */
  const measured = (number, unit) => {
    const text = value(number, unit);
    return unit === "percent" && text !== NONE ? `${text} %` : text;
  };

  return { value, exact, measured, NONE };
})();
