package org.countywise.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countywise.table.ValueRow;

/**
 * What a script reads: one JSON object, keys in the order they are given; those of records as
 * {@code snake_case}.
 */
final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .addMixIn(ValueRow.class, Columns.class)
          .build();

  private Json() {}

  /** A published value has the names of the columns of its table. */
  private interface Columns {
    @JsonProperty("region_code")
    String region();

    @JsonProperty("region_level")
    String level();
  }

  /** The fields of a record, to add others to. */
  static Map<String, Object> fields(Object data) {
    return MAPPER.convertValue(data, new TypeReference<LinkedHashMap<String, Object>>() {});
  }

  /** Plain data, such as records, maps, lists, texts and numbers, as JSON. */
  static String of(Object data) {
    try {
      return MAPPER.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what a command prints is plain data", e);
    }
  }
}
