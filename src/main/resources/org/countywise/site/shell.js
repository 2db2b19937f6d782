// What all pages share: language, theme, and when a page is drawn.
"use strict";

(() => {
  const { t } = countywise;
  let draw = async () => {};
  let turn = 0;

  /** Texts in attributes, such as labels of buttons. */
  function label() {
    document.querySelectorAll("*").forEach((element) => {
      [...element.attributes]
        .filter(({ name }) => name.startsWith("data-text-"))
        .forEach(({ name, value }) => element.setAttribute(name.slice("data-text-".length), t(value)));
    });
    const page = document.documentElement.dataset.page;
    document.title = `${t(`page.${page}`)} · Countywise`;
    document
      .getElementById("theme")
      .setAttribute("aria-pressed", String(document.documentElement.dataset.theme === "dark"));
  }

  function failed(reason) {
    const main = document.getElementById("main");
    main.replaceChildren(
      countywise.h("p", { class: "empty", role: "alert" }, t("failed", { reason: reason.message || String(reason) })),
    );
  }

  /** Draws the page; a drawing that was overtaken by a later one is dropped. */
  async function render() {
    const mine = ++turn;
    label();
    try {
      const content = await draw();
      if (content && mine === turn) {
        countywise.forgetCharts();
        document.getElementById("main").replaceChildren(...content.filter(Boolean));
        countywise.drawCharts();
        document.body.dataset.ready = "true";
        performance.mark("drawn");
      }
    } catch (reason) {
      failed(reason);
      throw reason;
    }
  }

  /** Says how the page is drawn: a function that gives its elements. */
  countywise.page = (drawing) => {
    draw = drawing;
    render();
  };

  countywise.render = render;

  document.getElementById("language").addEventListener("click", () => {
    const other = countywise.language() === "zh" ? "en" : "zh";
    countywise.speak(other);
    countywise.remember("language", other);
    render();
  });

  document.getElementById("theme").addEventListener("click", () => {
    const other = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    countywise.light(other);
    countywise.remember("theme", other);
    render();
  });

  document.querySelector("#nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  addEventListener("hashchange", render);
})();
