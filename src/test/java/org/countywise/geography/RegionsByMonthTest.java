package org.countywise.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countywise.geography.Crosswalk.RegionMonth;
import org.countywise.geography.Crosswalk.RetiredCode;
import org.countywise.rows.Calendar;
import org.junit.jupiter.api.Test;

/** The roster says where a region lies in every month, and the crosswalk where older codes do. */
class RegionsByMonthTest {
  private static final String[] MONTHS = {"2019-12", "2020-06", "2020-07"};
  private final Calendar july = HandMadeRoster.calendar("2020-07");

  @Test
  void shouldPutEveryRegionBelowThoseAboveItUpToTheTop() {
    RegionTree tree =
        new HandMadeRoster()
            .always("530102", "5301")
            .always("530102001", "530102")
            .always("530102001001", "530102001")
            .regions(july, MONTHS)
            .tree();

    assertThat(lines(tree))
        .containsExactlyInAnyOrder(
            "CN 2019-12..2020-07 [] [CN]",
            "53 2019-12..2020-07 [] [53, CN]",
            "5301 2019-12..2020-07 [] [5301, 53, CN]",
            "530102 2019-12..2020-07 [530102] [5301, 53, CN]",
            "530102001 2019-12..2020-07 [530102001, 530102] [5301, 53, CN]",
            "530102001001 2019-12..2020-07 [530102001001, 530102001, 530102] [5301, 53, CN]");
    assertThat(tree.regions().stream().filter(of -> of.code().equals("530102001001")))
        .allMatch(of -> of.unit().equals("530102") && !of.isUnit());
    assertThat(tree.flaws()).isEmpty();
    assertThat(tree.aboveUnits())
        .containsOnlyKeys(MONTHS)
        .containsEntry("2020-06", Map.of("530102", List.of("5301", "53", "CN")));
  }

  @Test
  void shouldTellMonthsApartInWhichSomethingAboveARegionDiffers() {
    RegionTree tree =
        new HandMadeRoster()
            .always("5302", "53")
            .until("2020-06-15", "530102", "5301")
            .from("2020-06-15", "530102", "5302")
            .always("530102001", "530102")
            .regions(july, MONTHS)
            .tree();

    assertThat(lines(tree))
        .contains(
            "530102001 2019-12..2019-12 [530102001, 530102] [5301, 53, CN]",
            "530102001 2020-06..2020-07 [530102001, 530102] [5302, 53, CN]");
    assertThat(tree.flaws()).isEmpty();
  }

  @Test
  void shouldFindARegionThatIsThereTwiceOrHasNoWayToTheTop() {
    RegionTree tree =
        new HandMadeRoster()
            .always("530102", "5301")
            .from("2020-06-01", "530102", "5301")
            .always("530103", "5309")
            .always("530103001", "530103")
            .regions(july, MONTHS)
            .tree();

    assertThat(tree.flaws())
        .containsExactly(
            new RegionTree.Flaw("2020-06", "530102", true, 2),
            new RegionTree.Flaw("2019-12", "530103", false, 3),
            new RegionTree.Flaw("2019-12", "530103001", false, 3));
  }

  @Test
  void shouldGiveARegionTheCodeThatItsParentHasInAMonth() {
    RegionsByMonth regions =
        new HandMadeRoster()
            .until("2020-06-01", "530121", "5301")
            .from("2020-06-01", "530115", "5301")
            .change("2020-06-01", "recode", "530121", "530115")
            .always("530121001", "530121")
            .regions(july, MONTHS);

    assertThat(lines(regions.tree()))
        .contains(
            "530121001 2019-12..2019-12 [530121001, 530121] [5301, 53, CN]",
            "530121001 2020-06..2020-07 [530121001, 530115] [5301, 53, CN]");
    assertThat(regions.elsewhere())
        .containsExactly(
            new RetiredCode("2019-12", "530115", "530121", true),
            new RetiredCode("2020-06", "530121", "530115", true),
            new RetiredCode("2020-07", "530121", "530115", true));
    assertThat(regions.crosswalk().relocated())
        .contains(new Crosswalk.Relocated("2019-12", "2020-07", "530121", "530115"));
  }

  /** 530121 was divided; nothing says in which part its township lies. */
  private HandMadeRoster divided() {
    return new HandMadeRoster()
        .until("2020-01-01", "530121", "5301")
        .from("2020-01-01", "530122", "5301")
        .from("2020-01-01", "530123", "5301")
        .change("2020-01-01", "split", "530121", "530122")
        .change("2020-01-01", "split", "530121", "530123");
  }

  @Test
  void shouldKeepADividedUnitWhereTheRosterNamesItAsAParent() {
    RegionsByMonth regions = divided().always("530121001", "530121").regions(july, MONTHS);

    assertThat(lines(regions.tree()))
        .contains(
            "530121 2020-07..2020-07 [530121] [5301, 53, CN]",
            "530121001 2019-12..2020-07 [530121001, 530121] [5301, 53, CN]");
    assertThat(regions.tree().flaws()).isEmpty();
  }

  @Test
  void shouldKeepADividedUnitWhereRowsWereMeasuredInIt() {
    RegionsByMonth regions = divided().regions(july, MONTHS);
    Unassigned unassigned = new Unassigned(regions);

    assertThat(lines(regions.tree())).noneMatch(line -> line.startsWith("530121 2020-07"));
    assertThat(unassigned.regions()).contains(new RegionMonth("2019-12", "530121"));
    unassigned.add("person", Map.of(new RegionMonth("2019-12", "530121"), 3L));

    assertThat(unassigned.kept()).containsExactly(new RegionMonth("2020-07", "530121"));
    assertThat(lines(unassigned.tree()))
        .contains("530121 2020-07..2020-07 [530121] [5301, 53, CN]");
    assertThat(unassigned.findings())
        .singleElement()
        .matches(of -> of.dataset().equals("person") && of.unit().equals("530121"))
        .matches(of -> of.rows() == 3);
  }

  @Test
  void shouldSayHowManyRegionsNameAParentThatEnded() {
    RegionsByMonth regions =
        new HandMadeRoster()
            .always("530102", "5301")
            .until("2020-07-01", "530102001", "530102")
            .always("530102001001", "530102001")
            .until("2020-08-01", "530102001002", "530102001")
            .regions(HandMadeRoster.calendar("2020-06", "2020-07", "2020-08"));

    assertThat(new Unassigned(regions).findings())
        .singleElement()
        .matches(of -> of.period().equals("2020-07") && of.rows() == 2)
        .matches(of -> of.sampleKeys().equals(List.of("530102001")))
        .matches(of -> of.message().contains("530102001") && of.message().contains("530102"));
    assertThat(lines(regions.tree()))
        .contains("530102001001 2020-07..2020-08 [530102001001, 530102] [5301, 53, CN]");
  }

  @Test
  void shouldMakeATreeOfCodesAlone() {
    RegionTree tree =
        RegionsByMonth.ofCodes(july).treeOf(Set.of("530102001001", "530103", "CN", "5"));

    assertThat(lines(tree))
        .containsExactlyInAnyOrder(
            "CN 2020-07..2020-07 [] [CN]",
            "53 2020-07..2020-07 [] [53, CN]",
            "5301 2020-07..2020-07 [] [5301, 53, CN]",
            "530102 2020-07..2020-07 [530102] [5301, 53, CN]",
            "530103 2020-07..2020-07 [530103] [5301, 53, CN]",
            "530102001 2020-07..2020-07 [530102001, 530102] [5301, 53, CN]",
            "530102001001 2020-07..2020-07 [530102001001, 530102001, 530102] [5301, 53, CN]");
  }

  private static List<String> lines(RegionTree tree) {
    return tree.regions().stream()
        .map(
            of ->
                "%s %s..%s %s %s"
                    .formatted(
                        of.code(), of.first(), of.last(), codes(of.within()), codes(of.above())))
        .toList();
  }

  private static List<String> codes(List<RegionSpan.Place> places) {
    return places.stream().map(RegionSpan.Place::region).toList();
  }
}
