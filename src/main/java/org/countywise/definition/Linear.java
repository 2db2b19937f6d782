package org.countywise.definition;

import java.math.BigDecimal;
import java.util.*;

public record Linear(Map<String, BigDecimal> terms) {
  public static Linear of(String s) {
    if (s.isEmpty()) {
      throw new IllegalArgumentException(s);
    }
    return new Linear(Map.of());
  }
}
