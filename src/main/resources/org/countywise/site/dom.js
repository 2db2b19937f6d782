// Elements out of data. Texts become text nodes: nothing that comes from data is ever read as markup.
"use strict";

(() => {
  const SVG = "http://www.w3.org/2000/svg";

  function fill(element, attributes, children) {
    Object.entries(attributes || {}).forEach(([name, value]) => {
      if (value === null || value === undefined || value === false) {
        return;
      }
      if (name.startsWith("on")) {
        element.addEventListener(name.slice(2), value);
      } else {
        element.setAttribute(name, value === true ? "" : value);
      }
    });
    element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
    return element;
  }

  /** An element with attributes and children. */
  countywise.h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);

  /** An element of a drawing. */
  countywise.svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

  const { h, t } = { h: countywise.h, t: (...key) => countywise.t(...key) };

  /** The mark of a status, nothing for a normal value. */
  countywise.mark = (status) =>
    status === "A" || status === null || status === undefined
      ? null
      : h("abbr", { class: "mark", "data-status": status, title: t(`status.${status}`) }, status);

  /** A value with its status. */
  countywise.value = (cell, unit, more = {}) => {
    if (!cell) {
      return h("span", { class: "value none", title: t("status.absent") }, "·");
    }
    const kind = cell.value === null ? "number nothing" : cell.value === 0 ? "number zero" : "number";
    return h(
      "span",
      { class: "value", "data-status": cell.status, "data-value": cell.value, ...more },
      h("span", { class: kind }, countywise.format.measured(cell.value, unit)),
      " ",
      countywise.mark(cell.status),
    );
  };

  /** A section with a heading; the id makes it a place to link to. */
  countywise.section = (id, title, ...children) =>
    h("section", { id, "aria-labelledby": `${id}-title` }, h("h2", { id: `${id}-title` }, title), ...children);

  /** A remark where there is nothing to show. */
  countywise.empty = (key, values) => h("p", { class: "empty" }, t(key, values));

  /** A labelled choice. */
  countywise.choice = (id, label, options, chosen, changed) =>
    h(
      "label",
      { class: "choice", for: id },
      h("span", {}, label),
      h(
        "select",
        { id, onchange: (event) => changed(event.target.value) },
        options.map(({ value, text, group }) =>
          h("option", { value, selected: value === chosen, "data-group": group }, text),
        ),
      ),
    );

  /**
   * Horizontal bars, one a row: label, bar, value; without a number there is no bar. Parts that make up no total, such
   * as lengths beside areas, cannot be compared and have none.
   */
  countywise.bars = (rows, unit, comparable = true) => {
    const most = Math.max(...rows.map((row) => Math.abs(row.cell?.value ?? 0)), 0);
    const width = (cell) => (most > 0 && cell?.value ? Math.max(0.6, (100 * Math.abs(cell.value)) / most) : 0);
    return h(
      "div",
      { class: "bars", role: "list" },
      rows.map(({ label, cell, href, data = {} }) =>
        h(
          "div",
          { class: "row", role: "listitem", ...data },
          href ? h("a", { class: "label", href }, label) : h("span", { class: "label" }, label),
          comparable
            ? h(
                "span",
                { class: "track", "data-status": cell?.status ?? "none", "aria-hidden": "true" },
                h("span", { class: "fill", style: `width:${width(cell)}%` }),
              )
            : h("span", {}),
          countywise.value(cell, unit),
        ),
      ),
    );
  };
})();
