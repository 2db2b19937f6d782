package org.countywise.release;

/** A warehouse that does not lie where it was written, so that its tables name files elsewhere. */
public final class MovedException extends WarehouseException {
  private static final long serialVersionUID = 1;

  private MovedException(String message) {
    super(message);
  }

  static MovedException from(String written, String here) {
    return new MovedException(
        "the warehouse "
            + here
            + " was written as "
            + written
            + " and has been moved, copied or restored since: its tables still name the files of"
            + " the old place, so nothing is read; "
            + remedy(here));
  }

  static MovedException interrupted(String here) {
    return new MovedException(
        "the adoption of the warehouse " + here + " was interrupted; " + remedy(here));
  }

  static MovedException written(String table) {
    return new MovedException(
        "a run is writing to the warehouse: "
            + table
            + " changed while it was adopted and stays as that run left it; wait until the run has"
            + " ended, then adopt again");
  }

  static MovedException torn(String release) {
    return new MovedException(
        "the newest release, "
            + release
            + ", is not wholly there, as in a backup that was taken while it was being published;"
            + " 'countywise releases --warehouse W --adopt' goes back to the one before it");
  }

  private static String remedy(String here) {
    return "'countywise releases --warehouse " + here + " --adopt' makes it whole where it lies";
  }
}
