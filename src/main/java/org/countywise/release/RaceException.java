package org.countywise.release;

/** Another run published while this one computed: nothing of this run is published. */
public final class RaceException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  RaceException(String release, Throwable cause) {
    super(
        "another run published release "
            + release
            + " in this warehouse while this one computed; nothing of this run is published: run it"
            + " again, it then builds on that release",
        cause);
  }
}
