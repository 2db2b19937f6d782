package org.countywise.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a release was made of, and what it says.
 *
 * @param release its id
 * @param base id of the release it builds on, empty for the first
 * @param engine version of the engine
 * @param definitions hash of the definitions
 * @param delivery folder of the delivery
 * @param families families it speaks of
 * @param periods months it speaks of
 * @param regionsAsOf the day whose regions all of them are in; empty for the last day of each
 * @param inputs files that were read
 * @param statuses published rows by status
 * @param withheld published rows without numbers, by period, indicator and level
 * @param findings findings by rule
 * @param content hash of its values: the same for the same rows, in whatever order
 * @param tables state of each table
 * @param withdrawn what it takes out of publication: {@code indicator@period}
 * @param costs what its run cost, step by step; older manifests say nothing of it
 */
public record Manifest(
    String release,
    String base,
    String engine,
    String definitions,
    String delivery,
    List<String> families,
    List<String> periods,
    String regionsAsOf,
    List<Input> inputs,
    Map<String, Long> statuses,
    Map<String, Long> withheld,
    Map<String, Long> findings,
    String content,
    Map<String, Long> tables,
    List<String> withdrawn,
    List<Cost> costs) {

  /** A manifest; an older one says nothing of another day or of withdrawals. */
  public Manifest {
    regionsAsOf = regionsAsOf == null ? "" : regionsAsOf;
    withdrawn = withdrawn == null ? List.of() : withdrawn;
    costs = costs == null ? List.of() : costs;
  }

  /** The day whose regions all periods are in; null for the last day of each. */
  public LocalDate dayOfRegions() {
    return regionsAsOf.isEmpty() ? null : LocalDate.parse(regionsAsOf);
  }

  /**
   * A dataset's partition.
   *
   * @param fingerprint hash of names, sizes and footers of its files
   */
  public record Input(String dataset, String period, long rows, String fingerprint) {}

  /**
   * How many rows are published.
   *
   * @param withheld those without numbers, by period, indicator and level
   */
  public record Rows(Map<String, Long> statuses, Map<String, Long> withheld) {}

  /** What a release would be made of. */
  public static Manifest planned(
      String engine,
      String definitions,
      String delivery,
      List<String> families,
      List<String> periods,
      String regionsAsOf,
      List<Input> inputs) {
    return new Manifest(
        "",
        "",
        engine,
        definitions,
        delivery,
        families,
        periods,
        regionsAsOf,
        inputs,
        Map.of(),
        Map.of(),
        Map.of(),
        "",
        Map.of(),
        List.of(),
        List.of());
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws IllegalStateException where another engine wrote it
   */
  public static Manifest of(String json) {
    try {
      return new ObjectMapper().readValue(json, Manifest.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "this warehouse was made by another version of Countywise, whose manifests hold other"
              + " things; run with --warehouse of a new folder",
          e);
    }
  }

  /** The same with what came out. */
  public Manifest saying(String id, Rows rows, Map<String, Long> findingsByRule, String hash) {
    return new Manifest(
        id,
        base,
        engine,
        definitions,
        delivery,
        families,
        periods,
        regionsAsOf,
        inputs,
        rows.statuses(),
        rows.withheld(),
        findingsByRule,
        hash,
        tables,
        withdrawn,
        costs);
  }

  /** The same with the release it builds on and the states of its tables. */
  public Manifest of(String basedOn, Map<String, Long> states) {
    return new Manifest(
        release,
        basedOn,
        engine,
        definitions,
        delivery,
        families,
        periods,
        regionsAsOf,
        inputs,
        statuses,
        withheld,
        findings,
        content,
        states,
        withdrawn,
        costs);
  }

  /** The same, taking something out of publication. */
  public Manifest withdrawing(List<String> cells) {
    return new Manifest(
        release,
        base,
        engine,
        definitions,
        delivery,
        families,
        periods,
        regionsAsOf,
        inputs,
        statuses,
        withheld,
        findings,
        content,
        tables,
        cells,
        costs);
  }

  /** The same with what its run cost. */
  public Manifest costing(List<Cost> spent) {
    return new Manifest(
        release,
        base,
        engine,
        definitions,
        delivery,
        families,
        periods,
        regionsAsOf,
        inputs,
        statuses,
        withheld,
        findings,
        content,
        tables,
        withdrawn,
        spent);
  }

  /** Whether the same engine made it of the same definitions and files, and withdrew the same. */
  public boolean madeLike(Manifest other) {
    return engine.equals(other.engine)
        && definitions.equals(other.definitions)
        && families.equals(other.families)
        && periods.equals(other.periods)
        && regionsAsOf.equals(other.regionsAsOf)
        && inputs.equals(other.inputs)
        && withdrawn.equals(other.withdrawn);
  }

  /** The manifest as JSON, keys in alphabetical order. */
  public String json() {
    try {
      return new ObjectMapper()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest is plain data", e);
    }
  }
}
