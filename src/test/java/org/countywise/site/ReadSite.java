package org.countywise.site;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A written site, read back as its pages read it. */
public record ReadSite(Path root) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** A value as it can be read from a data file; numbers as decimals. */
  public record Read(
      BigDecimal value, BigDecimal numerator, BigDecimal denominator, String status) {

    /** The same numbers in the same form. */
    public Read {
      value = plain(value);
      numerator = plain(numerator);
      denominator = plain(denominator);
    }

    private static BigDecimal plain(BigDecimal number) {
      if (number == null) {
        return null;
      }
      return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
  }

  /** The data of a file that hands them over, such as {@code index}. */
  public JsonNode data(String key) {
    String text = text(root.resolve("data").resolve(key + ".js"));
    String before = "countywise.receive(\"%s\", ".formatted(key);
    if (!text.startsWith(before)) {
      throw new IllegalStateException(key + " hands over something else");
    }
    try {
      return JSON.readTree(
          text.substring(before.length(), text.lastIndexOf(')')).replaceFirst(",\\s*]$", "]"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All values in the files of regions: by region, indicator, breakdown and month. */
  public Map<String, Read> byRegion() {
    Map<String, Read> values = new TreeMap<>();
    List<String> regions = texts(data("index").path("regions").path("code"));
    for (String region : regions) {
      String file = "region/" + DataFiles.name(region);
      if (Files.exists(root.resolve("data").resolve(file + ".js"))) {
        data(file)
            .forEach(
                series ->
                    add(
                        values,
                        series,
                        List.of(region, series.path("of").asText(), series.path("by").asText())));
      }
    }
    return values;
  }

  /** All values in the files of indicators, under the same names. */
  public Map<String, Read> byIndicator() {
    Map<String, Read> values = new TreeMap<>();
    JsonNode index = data("index");
    for (String indicator : texts(index.path("indicators").path("id"))) {
      List<String> parts =
          Stream.concat(Stream.of(""), texts(index.path("breakdowns").path(indicator)).stream())
              .toList();
      for (String by : parts) {
        String file = "indicator/" + indicator + (by.isEmpty() ? "" : "." + DataFiles.name(by));
        if (Files.exists(root.resolve("data").resolve(file + ".js"))) {
          data(file)
              .forEach(
                  series ->
                      add(values, series, List.of(series.path("of").asText(), indicator, by)));
        }
      }
    }
    return values;
  }

  private void add(Map<String, Read> values, JsonNode series, List<String> place) {
    List<String> periods = texts(data("index").path("periods"));
    for (int month = 0; month < periods.size(); month++) {
      String status = series.path("s").asText().substring(month, month + 1);
      if (!status.equals(Series.ABSENT)) {
        JsonNode numerators = series.has("n") ? series.path("n") : series.path("v");
        values.put(
            String.join(" ", place) + " " + periods.get(month),
            new Read(
                number(series.path("v").path(month)),
                number(numerators.path(month)),
                number(series.path("d").path(month)),
                status));
      }
    }
  }

  private static BigDecimal number(JsonNode node) {
    return node.isNull() || node.isMissingNode() ? null : new BigDecimal(node.asText());
  }

  private static List<String> texts(JsonNode array) {
    return Stream.iterate(0, i -> i + 1)
        .limit(array.size())
        .map(i -> array.path(i).asText())
        .toList();
  }

  /** Every file of the site that is text, by its path, the library of charts left out. */
  public Map<String, String> files() {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("echarts.min.js"))
          .collect(Collectors.toMap(file -> root.relativize(file).toString(), ReadSite::text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
