package org.countywise.parse;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/** The forms that a value in a definition can have: what {@link RecordReader} makes of its type. */
sealed interface Form {
  /** Any single value, as it is written. */
  record Text() implements Form {}

  /** {@code true} or {@code false}, without quotes. */
  record Flag() implements Form {}

  /** Digits, without quotes. */
  record Whole() implements Form {}

  /** One of a closed list of texts. */
  record Choice(List<String> values) implements Form {}

  /** A list. */
  record Items(Form each) implements Form {}

  /** Names, each with a value. */
  record Named(Form each) implements Form {}

  /** The keys of a record. */
  record Nested(Class<?> type) implements Form {}

  /**
   * The form of a record component.
   *
   * @throws IllegalArgumentException where definitions have had no such type so far
   */
  static Form of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      return generic.getRawType() == List.class ? new Items(of(of[0])) : named(generic, of[1]);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return new Nested(plain);
    }
    return plain.isEnum() ? new Choice(Keys.values(plain)) : single(plain);
  }

  private static Form named(ParameterizedType generic, Type each) {
    if (generic.getRawType() != Map.class) {
      throw new IllegalArgumentException(generic + " has no form yet; give it one here");
    }
    return new Named(of(each));
  }

  private static Form single(Class<?> type) {
    if (type == String.class) {
      return new Text();
    }
    if (type == Boolean.class) {
      return new Flag();
    }
    if (type == Integer.class) {
      return new Whole();
    }
    throw new IllegalArgumentException(type + " has no form yet; give it one here");
  }
}
