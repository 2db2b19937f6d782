package org.countywise.delivery;

/**
 * A folder that is no delivery: the message says what lies there and what a delivery looks like.
 */
public final class NoDeliveryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NoDeliveryException(String message) {
    super(message);
  }
}
