package org.countywise.sink.sdmx;

/**
 * Ids as SDMX allows them: letters, digits, {@code _}, {@code -}, {@code @} and {@code $} of ASCII.
 * The sign that parts one of our codes becomes {@code @}, any other sign {@code $} and the four
 * hexadecimal digits of its UTF-16 unit, so that different codes have different ids:
 *
 * <pre>
 * rule=low_income → rule@low_income      group:listed → group@listed      业 → $4E1A
 * </pre>
 */
public final class SdmxId {
  private static final char PARTED = '@';
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

  private SdmxId() {}

  /**
   * The id of a code.
   *
   * @param separator what parts codes of its kind
   */
  public static String of(String code, char separator) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      char sign = code.charAt(i);
      if (PLAIN.indexOf(sign) >= 0) {
        id.append(sign);
      } else if (sign == separator) {
        id.append(PARTED);
      } else {
        id.append("$%04X".formatted((int) sign));
      }
    }
    return id.toString();
  }
}
