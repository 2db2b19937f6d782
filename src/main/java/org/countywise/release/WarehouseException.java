package org.countywise.release;

import org.countywise.report.TextTemplate;

/**
 * A warehouse that cannot be used as it was named: the message says value, rule and remedy, and
 * nothing has been read or written.
 */
public class WarehouseException extends IllegalStateException {
  private static final long serialVersionUID = 1;

  WarehouseException(String message) {
    super(message);
  }

  /** What a sentence about a warehouse and its catalog has to name; empty where it names none. */
  public record Named(String folder, String kind, String uri, String found) {}

  /** A refusal, in words of a template that is filled in with a record. */
  static WarehouseException of(String rule, Object named) {
    return new WarehouseException(words(rule, named));
  }

  /** A refusal that names what was found of a catalog. */
  static WarehouseException of(String rule, Catalog catalog, String found) {
    return of(rule, new Named(catalog.folder(), catalog.kind().word(), catalog.uri(), found));
  }

  /** A sentence about a catalog. */
  static String words(String rule, Object named) {
    return TextTemplate.of("catalog-errors").part(rule, named);
  }
}
