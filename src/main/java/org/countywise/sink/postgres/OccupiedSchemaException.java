package org.countywise.sink.postgres;

/** A schema that holds what no export made, and that none will write to. */
public final class OccupiedSchemaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OccupiedSchemaException(String message) {
    super(message);
  }
}
