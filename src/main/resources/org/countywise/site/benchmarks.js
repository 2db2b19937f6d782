// What published values are held against: limits that a unit has to keep, and how much is usual.
"use strict";

(() => {
  /** The benchmarks of the definitions. */
  countywise.benchmarks = () => countywise.load("benchmarks");

  /** The area with a limit of its own in which a region lies. */
  const areaOf = (benchmarks, criterion, code) =>
    Object.keys(criterion.areas).find((area) => benchmarks.areas[area].some((start) => code.startsWith(start)));

  /** Limits of a region, by indicator; `below` where a lesser value misses it. */
  countywise.criteria = (benchmarks, code) =>
    Object.entries(benchmarks.criteria).map(([id, criterion]) => {
      const area = areaOf(benchmarks, criterion, code);
      const limit = area ? criterion.areas[area] : (criterion.notBelow ?? criterion.notAbove);
      return { id, limit: Number(limit), below: criterion.notBelow !== null };
    });

  /** How much of an indicator is usual and above what it is high; null where nobody has said so. */
  countywise.expectation = (benchmarks, id) => {
    const said = benchmarks.expectations[id];
    return said ? { usual: Number(said.usual), high: Number(said.high) } : null;
  };
})();
