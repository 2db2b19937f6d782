package org.countywise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.countywise.definition.Bulletin;
import org.countywise.definition.Definitions;
import org.countywise.definition.Delivery;
import org.countywise.definition.Regions;
import org.countywise.definition.Title;
import org.countywise.report.Language;
import org.countywise.table.ValueRow;
import org.junit.jupiter.api.Test;

class BulletinTextTest {
  private static final String LISTED = "group:listed";
  private static final Bulletin.Sentence SENTENCE =
      new Bulletin.Sentence(
          "{migrants} people, {share} of {share.denominator}",
          "{migrants}人，{share.denominator}的{share}");
  private static final Bulletin.Section SECTION = section(SENTENCE);

  private static Bulletin.Section section(Bulletin.Sentence sentence) {
    return new Bulletin.Section(new Title("Work", "务工"), List.of(sentence));
  }

  private static Definitions definitions(Bulletin.Section section) {
    Regions regions =
        new Regions(
            List.of(new Regions.Level("county", null, 6, null, new Title("County", "县"))),
            null,
            null,
            Map.of());
    Bulletin bulletin =
        new Bulletin(
            new Title("Bulletin", "通报"),
            LISTED,
            Map.of("share", new Title("last December", "上年12月")),
            List.of(section));
    Delivery delivery = new Delivery("county", null, null, null);
    return new Definitions(
        regions, delivery, Map.of(), Map.of(), null, bulletin, null, null, Map.of());
  }

  private static ValueRow cell(String indicator, String region, String status, String... parts) {
    boolean known = parts.length > 0;
    return new ValueRow(
        indicator,
        region,
        region.equals(LISTED) ? "group" : "county",
        "2020-09",
        "",
        known ? Double.valueOf(parts[0]) : null,
        known ? new BigDecimal(parts[parts.length > 2 ? 1 : 0]) : null,
        parts.length > 2 ? new BigDecimal(parts[2]) : null,
        status,
        "r0001");
  }

  private static BulletinText edition(
      Language language, Bulletin.Section section, ValueRow... cells) {
    return new BulletinText(
        definitions(section),
        new Figures(
            new Figures.Month("r0001", "2020-09", LISTED),
            List.of(cells),
            Map.of("share", new org.countywise.cli.Title("share", "Share", "比例", "percent")),
            Map.of(
                LISTED,
                new Region(LISTED, "group", "挂牌督战县", "Listed counties"),
                "513431",
                new Region("513431", "county", "昭觉县", "Zhaojue"),
                "513430",
                new Region("513430", "county", "金阳县", ""))),
        language);
  }

  private static BulletinText edition(Language language, ValueRow... cells) {
    return edition(language, SECTION, cells);
  }

  @Test
  void shouldFillInFiguresWithTheirBases() {
    ValueRow migrants = cell("migrants", LISTED, "A", "2956800");
    ValueRow share = cell("share", LISTED, "A", "116.1944", "2956800", "2544700");
    BulletinText en = edition(Language.EN, migrants, share);
    BulletinText zh = edition(Language.ZH, migrants, share);

    assertThat(en.heading()).isEqualTo("Bulletin, 2020-09: Listed counties");
    assertThat(zh.heading()).isEqualTo("通报（2020-09）：挂牌督战县");
    assertThat(en.sentence(SENTENCE)).isEqualTo("2,956,800 people, 116.19 % of 2,544,700");
    assertThat(zh.sentence(SENTENCE)).isEqualTo("2,956,800人，2,544,700的116.19%");
    assertThat(en.rows(SECTION))
        .containsExactly(
            new BulletinText.Row("migrants", "2,956,800", "a plain count", "A normal"),
            new BulletinText.Row("share", "116.19 %", "2,544,700, last December", "A normal"));
    assertThat(en.notes()).isEmpty();
  }

  @Test
  void shouldSayWhichCountiesAreMissingFromWhatIsProvisional() {
    ValueRow[] cells = {
      cell("migrants", LISTED, "P", "2900000"),
      cell("migrants", "513431", "O"),
      cell("share", LISTED, "P", "116.1944", "2956800", "2544700"),
      cell("share", "513431", "O"),
      cell("share", "513430", "O")
    };

    assertThat(edition(Language.EN, cells).sentence(SENTENCE))
        .isEqualTo("2,900,000 [provisional] people, 116.19 % [provisional] of 2,544,700");
    assertThat(edition(Language.EN, cells).notes())
        .containsExactly(
            "Provisional (P): 1 county did not deliver, 513431 昭觉县 (Zhaojue); without it: migrants.",
            "Provisional (P): 2 counties did not deliver, 513430 金阳县, 513431 昭觉县 (Zhaojue);"
                + " without them: share.");
    assertThat(edition(Language.ZH, cells).notes().get(0))
        .isEqualTo("暂定（P）：1个县未报送，即513431 昭觉县；不含其数据的有：migrants。");
  }

  @Test
  void shouldNotNameCountiesThatLackDataWhereTheRegionLacksNone() {
    ValueRow[] cells = {
      cell("migrants", LISTED, "A", "29"),
      cell("migrants", "513431", "O"),
      cell("share", LISTED, "O")
    };

    assertThat(edition(Language.EN, cells).notes()).containsExactly("Not delivered (O): share.");
    assertThat(edition(Language.ZH, cells).sentence(SENTENCE)).isEqualTo("29人，〔未报送〕的〔未报送〕");
  }

  @Test
  void shouldSayWhatWasNotComputed() {
    BulletinText en = edition(Language.EN, cell("migrants", LISTED, "A", "29"));

    assertThat(en.sentence(SENTENCE)).isEqualTo("29 people, [not computed] of [not computed]");
    assertThat(en.rows(SECTION).get(1))
        .isEqualTo(new BulletinText.Row("share", "–", "last December", "not computed"));
    assertThat(en.notes())
        .containsExactly("Not computed: share; no run has published this for 2020-09.");
    assertThat(edition(Language.ZH).notes()).containsExactly("未计算：全部数字，2020-09尚无发布值。");
  }

  @Test
  void shouldTakeABreakdownWithoutARowForZeroWhereTheTotalIsThere() {
    Bulletin.Sentence sentence =
        new Bulletin.Sentence(
            "{migrants[to=44]}, {share[to=44]}, {other[to=44]}", "{migrants[to=44]}");
    BulletinText en =
        edition(
            Language.EN,
            section(sentence),
            cell("migrants", LISTED, "A", "29"),
            cell("share", LISTED, "A", "50", "1", "2"));

    assertThat(en.sentence(sentence)).isEqualTo("0, [cannot exist], [not computed]");
    assertThat(en.rows(section(sentence)).get(0))
        .isEqualTo(new BulletinText.Row("migrants[to=44]", "0", "a plain count", "A normal"));
  }

  @Test
  void shouldBeAPageInEitherLanguage() {
    ValueRow[] cells = {
      cell("migrants", LISTED, "P", "29"),
      cell("migrants", "513431", "O"),
      cell("share", LISTED, "A", "50", "1", "2")
    };

    assertThat(edition(Language.EN, cells).markdown())
        .startsWith("# Bulletin, 2020-09: Listed counties\n\nRelease r0001.\n\n## Work\n")
        .contains("\n29 \\[provisional] people, 50.00 % of 2\n")
        .contains("\n| `share` | Share | 50.00 % | 2, last December | A normal |\n")
        .contains("\n## Notes\n\n- Provisional (P): 1 county did not deliver, ");
    assertThat(edition(Language.ZH, cells).markdown())
        .startsWith("# 通报（2020-09）：挂牌督战县\n\n发布版本：r0001。\n\n## 务工\n")
        .contains("\n29〔暂定〕人，2的50.00%\n")
        .contains("\n| `share` | 比例 | 50.00% | 2，上年12月 | A 正常 |\n")
        .contains("\n## 说明\n\n- 暂定（P）：1个县未报送，");
  }
}
