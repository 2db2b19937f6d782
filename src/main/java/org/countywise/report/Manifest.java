package org.countywise.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Map;

/**
 * What a release was made of.
 *
 * @param engine version of the engine
 * @param definitions hash of the definitions
 * @param families families it speaks of
 * @param inputs files that were read
 * @param statuses published rows by status
 * @param findings findings by rule
 */
public record Manifest(
    String release,
    String engine,
    String definitions,
    List<String> families,
    List<String> periods,
    List<Input> inputs,
    Map<String, Long> statuses,
    Map<String, Long> findings) {

  /**
   * A dataset's partition.
   *
   * @param fingerprint hash of names, sizes and footers of its files
   */
  public record Input(String dataset, String period, long rows, String fingerprint) {}

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws IllegalArgumentException where it was written by an engine that kept other things
   */
  public static Manifest of(String json) {
    try {
      return new ObjectMapper().readValue(json, Manifest.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a manifest of another engine", e);
    }
  }

  /** The same as a release. */
  public Manifest published(
      String id, Map<String, Long> publishedStatuses, Map<String, Long> foundFindings) {
    return new Manifest(
        id, engine, definitions, families, periods, inputs, publishedStatuses, foundFindings);
  }

  /** Whether the same engine made it of the same definitions and files. */
  public boolean madeLike(Manifest other) {
    return engine.equals(other.engine)
        && definitions.equals(other.definitions)
        && families.equals(other.families)
        && periods.equals(other.periods)
        && inputs.equals(other.inputs);
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
