package org.countywise.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Boundaries of regions as GeoJSON, each feature named by the code of its region.
 *
 * @param map a FeatureCollection whose features have a {@code name} and a geometry, nothing else
 */
public record Boundaries(ObjectNode map) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DECIMALS = 4;
  private static final Set<String> AREAS = Set.of("Polygon", "MultiPolygon");

  /**
   * Reads boundaries. The property that holds codes is found by looking: the one in which most
   * features name one of the regions.
   *
   * @throws IllegalArgumentException when it is no GeoJSON with the boundaries of known regions
   */
  public static Boundaries read(Path file, Set<String> regions) {
    JsonNode features = parsed(file).path("features");
    String property = property(features, regions);
    if (property == null) {
      throw new IllegalArgumentException(
          "no feature of '"
              + file
              + "' has the code of a published region in a property; name a GeoJSON file whose"
              + " features hold codes such as "
              + regions.stream().sorted().findFirst().orElse("522633"));
    }
    ArrayNode kept = NODES.arrayNode();
    for (JsonNode feature : features) {
      String code = feature.path("properties").path(property).asText();
      if (regions.contains(code)
          && AREAS.contains(feature.path("geometry").path("type").asText())) {
        kept.add(named(code, feature.path("geometry")));
      }
    }
    ObjectNode map = NODES.objectNode().put("type", "FeatureCollection");
    map.set("features", kept);
    return new Boundaries(map);
  }

  private static JsonNode parsed(Path file) {
    JsonNode map;
    try {
      map = new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot read '"
              + file
              + "' as GeoJSON: "
              + e.getMessage()
              + "; name another file with"
              + " --boundaries, or leave it out",
          e);
    }
    if (!"FeatureCollection".equals(map.path("type").asText())) {
      throw new IllegalArgumentException(
          "'" + file + "' is no GeoJSON FeatureCollection; name one with --boundaries");
    }
    return map;
  }

  private static String property(JsonNode features, Set<String> regions) {
    Map<String, Integer> hits = new TreeMap<>();
    for (JsonNode feature : features) {
      feature
          .path("properties")
          .properties()
          .forEach(
              property -> {
                if (regions.contains(property.getValue().asText())) {
                  hits.merge(property.getKey(), 1, Integer::sum);
                }
              });
    }
    return hits.entrySet().stream()
        .max(Comparator.comparingInt(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static ObjectNode named(String code, JsonNode geometry) {
    ObjectNode feature = NODES.objectNode().put("type", "Feature");
    feature.set("properties", NODES.objectNode().put("name", code));
    ObjectNode area = NODES.objectNode().put("type", geometry.path("type").asText());
    area.set("coordinates", rounded(geometry.path("coordinates")));
    feature.set("geometry", area);
    return feature;
  }

  /** Coordinates to about ten metres: a screen shows no more. */
  private static JsonNode rounded(JsonNode coordinates) {
    if (coordinates.isNumber()) {
      BigDecimal degrees = coordinates.decimalValue().setScale(DECIMALS, RoundingMode.HALF_EVEN);
      return NODES.numberNode(degrees.doubleValue());
    }
    ArrayNode all = NODES.arrayNode();
    coordinates.forEach(part -> all.add(rounded(part)));
    return all;
  }
}
