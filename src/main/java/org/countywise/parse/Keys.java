package org.countywise.parse;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countywise.definition.Key;

/** The keys of a record: its components in lower_snake, or as they say. */
final class Keys {
  private Keys() {}

  /** Components by key, in order. */
  static Map<String, RecordComponent> of(Class<?> type) {
    Map<String, RecordComponent> keys = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      keys.put(name(component), component);
    }
    return keys;
  }

  private static String name(RecordComponent component) {
    Key key = component.getAnnotation(Key.class);
    return key == null || key.name().isEmpty() ? snake(component.getName()) : key.name();
  }

  /** True where the key may be left out. */
  static boolean optional(RecordComponent component) {
    Key key = component.getAnnotation(Key.class);
    return key != null && key.optional();
  }

  /** A word that may stand instead of the key's list, empty for none. */
  static String word(RecordComponent component) {
    Key key = component.getAnnotation(Key.class);
    return key == null ? "" : key.word();
  }

  /** What the key says, empty where the record does not tell. */
  static String text(RecordComponent component) {
    Key key = component.getAnnotation(Key.class);
    return key == null ? "" : key.value();
  }

  /** The values of an enum as they are written. */
  static List<String> values(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(value -> ((Enum<?>) value).name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String snake(String camel) {
    return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
