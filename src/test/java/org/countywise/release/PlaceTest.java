package org.countywise.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One warehouse has one name. */
class PlaceTest {
  @TempDir Path folder;

  @Test
  void shouldBeOneHoweverItIsWritten() throws IOException {
    Path real = folder.toRealPath().resolve("W 仓");
    Files.createDirectories(real);
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);

    for (String written :
        new String[] {
          real.toString(),
          real + "/",
          real + "/../W 仓/.",
          "file:" + real,
          "file://" + real + "/",
          "file://localhost" + real,
          link.toString(),
          "file:" + link + "/"
        }) {
      assertThat(Place.of(written)).as(written).isEqualTo(real.toString());
    }
  }

  @Test
  void shouldBeOneBeforeItIsThere() throws IOException {
    Path real = Files.createDirectories(folder.toRealPath().resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);

    assertThat(Place.of(link + "/new/W")).isEqualTo(real + "/new/W");
    assertThat(Place.of("./W")).isEqualTo(Path.of("W").toAbsolutePath().toString());
    assertThat(Place.of("file:W")).isEqualTo(Place.of("W"));
  }

  @ParameterizedTest
  @CsvSource({
    "hdfs:///countywise/, hdfs:///countywise",
    "s3a://bucket/W, s3a://bucket/W",
    "hdfs://host:8020/W, hdfs://host:8020/W"
  })
  void shouldLeaveOtherFileSystemsToTheirNames(String written, String place) {
    assertThat(Place.of(written)).isEqualTo(place);
  }
}
