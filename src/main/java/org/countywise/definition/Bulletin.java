package org.countywise.definition;

import java.util.List;
import java.util.Map;

/** The bulletin that a run ends with: sentences about the published figures of one region. */
public record Bulletin(
    @Key("what readers call it") Title title,
    @Key("the region it speaks of: a code or `group:<name>`") String region,
    @Key(
            value =
                "what each ratio in it is measured against, in words, by indicator: every ratio needs one",
            optional = true)
        Map<String, Title> bases,
    @Key("its sections, in order") List<Section> sections) {

  /** Sentences about one subject. */
  public record Section(
      @Key("what it is about") Title title,
      @Key("its sentences, in order") List<Sentence> sentences) {}

  /** One sentence in both languages; a {@link Phrase} each. */
  public record Sentence(
      @Key(
              "the sentence in English; `{migrant_yoy}` is a value, `{migrant_yoy.denominator}` its base, `{problems_open[category=housing]}` a breakdown")
          String en,
      @Key("the same in Chinese, with the same figures") String zh) {}
}
