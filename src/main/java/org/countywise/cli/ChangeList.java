package org.countywise.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Changes between two releases, for the terminal.
 *
 * @param limit how many of them
 */
public record ChangeList(
    Changes changes, int limit, Map<String, Title> titles, Map<String, Region> regions) {

  static ChangeList of(Changes changes, int limit) {
    ReleaseReader newer = changes.newer();
    return new ChangeList(changes, limit, newer.titles(), newer.regions(newer.levels()));
  }

  List<String> lines() {
    return TerminalText.lines("changes", this);
  }

  /** A number of a cell, with as many decimals as its unit bears. */
  public String number(Change change, BigDecimal number) {
    String indicator = change.cell().indicator();
    return Numbers.of(number, titles.getOrDefault(indicator, Title.unknown(indicator)).unit());
  }
}
