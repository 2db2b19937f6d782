// What the definitions want to be shown first; nothing where nobody has said it.
"use strict";

/** The layout, with what it leaves out said as empty. */
countywise.layout = async () => {
  const { county, warning, map } = await countywise.load("layout");
  return {
    first: county?.first ?? [],
    parts: county?.parts ?? [],
    verdict: county?.verdict ?? null,
    counts: warning?.counts ?? [],
    rate: warning?.rate ?? null,
    start: map?.first ?? null,
    flows: map?.flows ?? null,
  };
};
