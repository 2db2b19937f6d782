package org.countywise.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlaceTest {
  private static final List<Place> PLACES = Place.readAll();

  @Test
  void shouldListTheFiftyTwoCountiesOfTheData() throws IOException {
    Path data = data("region/listed_counties.csv");

    Map<String, Place> byCode =
        PLACES.stream().collect(Collectors.toMap(Place::code, place -> place));
    List<String> listed =
        PLACES.stream()
            .filter(Place::isListed)
            .map(
                p ->
                    String.join(
                        ",",
                        p.code(),
                        p.nameZh(),
                        byCode.get(p.province()).nameZh(),
                        byCode.get(p.parent()).nameZh()))
            .toList();

    assertThat(listed).hasSize(52).isEqualTo(Files.readAllLines(data).stream().skip(1).toList());
  }

  @Test
  void shouldNameOnlyPlacesThatWereInUse() throws IOException {
    List<String> known =
        Files.readAllLines(data("region/areacodes.csv")).stream()
            .map(line -> line.split(",", -1))
            .filter(f -> f.length > 7 && f[6].compareTo("2019") <= 0)
            .filter(f -> f[7].isEmpty() || f[7].compareTo("2020") > 0)
            .map(f -> f[0].substring(Math.max(0, f[0].length() - 6)) + " " + f[3])
            .toList();

    assertThat(PLACES)
        .filteredOn(place -> !place.nameZh().equals("市辖区"))
        .extracting(place -> (place.code() + "0000").substring(0, 6) + " " + place.nameZh())
        .isSubsetOf(known);
  }

  @Test
  void shouldSpreadAllVillagesOverTheListedCounties() {
    assertThat(PLACES.stream().mapToInt(Place::villages).sum()).isEqualTo(VillageGrid.WEIGHTS);
  }

  private static Path data(String file) {
    String folder = System.getenv().getOrDefault("COUNTYWISE_DATA", "../shared/data");
    Path path = Path.of(folder).resolve(file);
    assumeTrue(Files.exists(path), path + " is absent");
    return path;
  }
}
