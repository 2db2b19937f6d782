package org.countywise.cli;

/**
 * A row of {@code dim_region}.
 *
 * @param nameZh name in the country's language, may be empty
 * @param nameEn English name, may be empty
 */
public record Region(String code, String level, String nameZh, String nameEn) {

  /** What people call it: {@code 昭觉县 (Zhaojue)}, the code where it has no name. */
  public String name() {
    if (nameZh.isEmpty() && nameEn.isEmpty()) {
      return code;
    }
    if (nameZh.isEmpty() || nameEn.isEmpty()) {
      return nameZh + nameEn;
    }
    return nameZh + " (" + nameEn + ")";
  }
}
