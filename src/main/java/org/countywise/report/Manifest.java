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
 * @param inputs files that were read
 * @param statuses published rows by status
 * @param findings findings by rule
 */
public record Manifest(
    String release,
    String engine,
    String definitions,
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
