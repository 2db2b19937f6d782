// Charts, drawn by ECharts, which only pages with a chart load.
"use strict";

(() => {
  const { h } = countywise;
  const PAPER = 640;
  const drawn = new Map();
  let waiting = [];

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  /** Colours of lines that can be told apart, in light and dark and without red against green. */
  countywise.palette = () => [1, 2, 3, 4, 5, 6, 7, 8].map((i) => colour(`line-${i}`));
  countywise.colour = colour;

  /** What all charts have in common. */
  const base = () => ({
    animation: false,
    color: countywise.palette(),
    textStyle: { color: colour("ink"), fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 12, right: 44, top: 56, bottom: 12, containLabel: true },
    tooltip: {
      confine: true,
      backgroundColor: colour("paper"),
      borderColor: colour("rule"),
      textStyle: { color: colour("ink"), fontSize: 13 },
    },
    legend: {
      type: "scroll",
      top: 4,
      left: 0,
      textStyle: { color: colour("ink") },
      inactiveColor: colour("faint"),
      pageTextStyle: { color: colour("ink") },
    },
  });

  /** An axis that keeps in the background. */
  countywise.axis = (more) => ({
    axisLine: { lineStyle: { color: colour("rule") } },
    axisTick: { show: false },
    axisLabel: { color: colour("soft"), hideOverlap: true },
    splitLine: { lineStyle: { color: colour("hair") } },
    ...more,
  });

  /** Draws a chart into its box, as wide as the box or as said. */
  function put(box, option, width) {
    const chart = echarts.init(box, null, { renderer: "svg", width });
    const [common, own] = [base(), option()];
    chart.setOption({ ...common, ...own, tooltip: { ...common.tooltip, ...own.tooltip } });
    drawn.set(box, { chart, option });
    box.dispatchEvent(new CustomEvent("drawn", { detail: chart }));
  }

  async function draw(box, option) {
    await countywise.script("assets/echarts.min.js");
    if (box.isConnected) {
      put(box, option);
      box.dataset.drawn = "true";
    }
  }

  /** Draws all charts anew, in the colours there are now. */
  const again = (width) =>
    drawn.forEach(({ chart, option }, box) => {
      chart.dispose();
      put(box, option, width);
    });

  /** A chart: drawn once it is in the page; what it shows is in the table behind it too. */
  countywise.chart = (id, label, option, behind, height = 320) => {
    const box = h("div", { class: "chart", id, role: "img", "aria-label": label, style: `height:${height}px` });
    waiting.push(() => draw(box, option));
    return h("figure", {}, box, behind);
  };

  /** Draws the charts that are in the page by now. */
  countywise.drawCharts = () => {
    const all = waiting;
    waiting = [];
    all.forEach((drawing) => drawing());
  };

  /** Forgets the charts of a page that is drawn anew. */
  countywise.forgetCharts = () => {
    drawn.forEach(({ chart }) => chart.dispose());
    drawn.clear();
  };

  let theme = null;
  addEventListener("resize", () => drawn.forEach(({ chart }) => chart.resize()));
  addEventListener("beforeprint", () => {
    theme = document.documentElement.dataset.theme;
    countywise.light("light");
    again(PAPER);
  });
  addEventListener("afterprint", () => {
    countywise.light(theme);
    again();
  });
})();
