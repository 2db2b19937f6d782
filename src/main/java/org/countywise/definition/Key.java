package org.countywise.definition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a key of a definition file says, for analysts: the text of the key reference and of the JSON
 * Schema.
 *
 * <p>The key is the component's name in lower_snake, unless it has a {@link #name()}. An absent
 * optional map or list is empty, any other absent value is null.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
  /** One line, without a full stop. */
  String value();

  /** The key where it is no name for a component; empty where it is the component's. */
  String name() default "";

  /** True where the key may be left out. */
  boolean optional() default false;

  /** A word that may stand instead of a list, and is read as its one item; empty for none. */
  String word() default "";
}
