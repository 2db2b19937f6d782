package org.countywise.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a release was made of, and what it says: flat, in the order in which a warehouse keeps it as
 * JSON.
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
   * What a release is made of.
   *
   * @param engine version of the engine
   * @param definitions hash of the definitions
   * @param delivery folder of the delivery
   * @param inputs files of it that are read
   */
  public record Sources(String engine, String definitions, String delivery, List<Input> inputs) {}

  /**
   * What a release speaks of.
   *
   * @param regionsAsOf the day whose regions all periods are in; empty for the last day of each
   * @param withdrawn what it takes out of publication: {@code indicator@period}
   */
  public record Scope(
      List<String> families, List<String> periods, String regionsAsOf, List<String> withdrawn) {}

  /** What is known of a release before it is computed. */
  public record Planned(Sources sources, Scope scope) {

    /** Whether the same engine made it of the same definitions and files, and withdrew the same. */
    public boolean isThatOf(Manifest made) {
      return sources.engine.equals(made.engine)
          && sources.definitions.equals(made.definitions)
          && sources.inputs.equals(made.inputs)
          && scope.equals(new Scope(made.families, made.periods, made.regionsAsOf, made.withdrawn));
    }
  }

  /**
   * How many rows are published.
   *
   * @param withheld those without numbers, by period, indicator and level
   */
  public record Rows(Map<String, Long> statuses, Map<String, Long> withheld) {}

  /**
   * What a release says.
   *
   * @param findings by rule
   * @param hash of its values: the same for the same rows, in whatever order
   * @param costs what its run cost, step by step
   */
  public record Contents(Rows rows, Map<String, Long> findings, String hash, List<Cost> costs) {}

  /**
   * Where a release stands in a warehouse.
   *
   * @param base id of the release it builds on, empty for the first
   * @param tables state of each table
   */
  public record Standing(String release, String base, Map<String, Long> tables) {}

  /** The manifest of a release that was planned, computed and written. */
  public static Manifest of(Planned planned, Contents contents, Standing standing) {
    return new Manifest(
        standing.release(),
        standing.base(),
        planned.sources().engine(),
        planned.sources().definitions(),
        planned.sources().delivery(),
        planned.scope().families(),
        planned.scope().periods(),
        planned.scope().regionsAsOf(),
        planned.sources().inputs(),
        contents.rows().statuses(),
        contents.rows().withheld(),
        contents.findings(),
        contents.hash(),
        standing.tables(),
        planned.scope().withdrawn(),
        contents.costs());
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

  /** The manifest as JSON, keys of its maps in alphabetical order. */
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
