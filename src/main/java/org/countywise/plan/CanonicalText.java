package org.countywise.plan;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every component of a plan's records as one text: equal for equal records, other for others. What
 * a plan prints for people leaves out what goes without saying.
 */
public final class CanonicalText {
  /** Java makes them anew for each that asks. */
  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          return type.getRecordComponents();
        }
      };

  private CanonicalText() {}

  /**
   * The text of records, collections and plain values.
   *
   * @throws IllegalArgumentException for an object of another kind, whose text may not say all
   */
  public static String of(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Record) {
      return Stream.of(COMPONENTS.get(value.getClass()))
          .map(component -> component.getName() + "=" + of(component(value, component)))
          .collect(Collectors.joining(",", value.getClass().getSimpleName() + "(", ")"));
    }
    if (value instanceof Map<?, ?> map) {
      return list(
          map.entrySet().stream().map(e -> of(e.getKey()) + "=" + of(e.getValue())).sorted());
    }
    if (value instanceof Collection<?> all) {
      Stream<String> texts = all.stream().map(CanonicalText::of);
      return list(all instanceof Set ? texts.sorted() : texts);
    }
    if (value instanceof Optional<?> some) {
      return list(some.stream().map(CanonicalText::of));
    }
    return plain(value);
  }

  private static String list(Stream<String> texts) {
    return texts.collect(Collectors.joining(",", "[", "]"));
  }

  /** With its length, so that no text can be read as another's parts. */
  private static String plain(Object value) {
    boolean known =
        value instanceof CharSequence
            || value instanceof Number
            || value instanceof Boolean
            || value instanceof Enum
            || value instanceof java.time.temporal.Temporal;
    if (!known) {
      throw new IllegalArgumentException("no canonical text of a " + value.getClass().getName());
    }
    String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
    return text.length() + ":" + text;
  }

  private static Object component(Object record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the components of a plan's records are public", e);
    }
  }
}
