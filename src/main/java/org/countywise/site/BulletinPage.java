package org.countywise.site;

import java.util.List;

/**
 * The bulletin of a month in one language.
 *
 * @param notes what a reader must know of figures that are not normal
 */
public record BulletinPage(String heading, List<Section> sections, List<String> notes) {

  /** Sentences about one subject, and the figures they quote, each once. */
  public record Section(String title, List<List<Piece>> sentences, List<Figure> figures) {}

  /** Words of a sentence, or a figure in it; the other is null. */
  public record Piece(String words, Figure figure) {}

  /**
   * A published figure.
   *
   * @param indicator what it is a figure of
   * @param shown the number as people read it, empty where there is none
   * @param status code, empty where it was not computed
   */
  public record Figure(
      Cited indicator, String shown, String base, String status, String condition) {

    /** Whether it has to be read with its status. */
    public boolean remarkable() {
      return !status.equals("A");
    }
  }

  /** What is quoted of an indicator: {@code value}, {@code numerator} or {@code denominator}. */
  public record Cited(String id, String breakdown, String title, String part) {}
}
