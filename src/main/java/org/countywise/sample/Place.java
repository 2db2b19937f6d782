package org.countywise.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A real province (2 digits), prefecture (4) or county (6) that the sample names. {@code villages}
 * is the synthetic number of villages at scale 1, 0 for a county that is not listed; {@code pull}
 * the relative draw on migrant workers.
 */
record Place(String code, String nameZh, String nameEn, int villages, int pull) {

  /** All places of {@code places.csv}, in code order. */
  static List<Place> readAll() {
    try (InputStream in = Place.class.getResourceAsStream("places.csv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).skip(1).map(Place::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read places.csv of the sample", e);
    }
  }

  private static Place parse(String line) {
    String[] f = line.split(",", -1);
    return new Place(f[0], f[1], f[2], Integer.parseInt(f[3]), Integer.parseInt(f[4]));
  }

  boolean isListed() {
    return villages > 0;
  }

  boolean isCounty() {
    return code.length() == 6;
  }

  String province() {
    return code.substring(0, 2);
  }

  String parent() {
    return code.length() == 2 ? "CN" : code.substring(0, code.length() - 2);
  }

  String level() {
    return switch (code.length()) {
      case 2 -> "province";
      case 4 -> "prefecture";
      default -> "county";
    };
  }
}
