// What the page says, in the language it is read in.
"use strict";

/** A text, with {names} filled in. */
countywise.t = (key, values = {}) => {
  const texts = countywise.texts[countywise.language()];
  const text = texts[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
};

/** Whether there is a text of the key. */
countywise.says = (key) => key in countywise.texts[countywise.language()];

/** The one of two texts that the reader can read; the other where it is empty. */
countywise.either = ({ en, zh }) => (countywise.language() === "zh" ? zh || en : en || zh) || "";

/** What a unit is called; itself where nobody has named it. */
countywise.unit = (unit) => (countywise.says(`unit.${unit}`) ? countywise.t(`unit.${unit}`) : unit);

/** What a level of regions is called. */
countywise.level = (level) => (countywise.says(`level.${level}`) ? countywise.t(`level.${level}`) : level);

/** What a breakdown such as category=education is called. */
countywise.breakdown = (by, index) => {
  const [name, value = ""] = [by.slice(0, by.indexOf("=")), by.slice(by.indexOf("=") + 1)];
  const region = name === "province" && index ? index.region(value) : null;
  if (region) {
    return countywise.either(region);
  }
  if (name === "province" && countywise.says(`province.${value}`)) {
    return countywise.t(`province.${value}`);
  }
  return countywise.says(`by.${value}`) ? countywise.t(`by.${value}`) : value.replace(/_/g, " ");
};

/** What a breakdown divides by, such as category. */
countywise.dimension = (name) => (countywise.says(`dimension.${name}`) ? countywise.t(`dimension.${name}`) : name);
