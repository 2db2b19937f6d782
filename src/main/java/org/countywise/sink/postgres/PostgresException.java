package org.countywise.sink.postgres;

/**
 * A server that did not do what an export asked of it: the message says where, why and the remedy.
 */
public final class PostgresException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The driver's own exception is kept for the log, beside the message and not as its reason. */
  PostgresException(String message, Exception said) {
    super(message);
    addSuppressed(said);
  }
}
