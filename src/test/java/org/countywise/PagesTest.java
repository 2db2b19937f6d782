package org.countywise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link of every page of Markdown leads to a file that is there, and to a heading of it. */
class PagesTest {
  private static final int LONGEST_README = 120;

  static List<Page> pages() {
    return Page.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void shouldLinkToWhatIsThere(Page page) {
    assertThat(page.brokenLinks()).as("links of %s that lead nowhere", page).isEmpty();
  }

  @Test
  void shouldLookAtThePagesOfAllFolders() {
    assertThat(Page.all())
        .extracting(Page::toString)
        .contains(
            "README.md",
            "CONTRIBUTING.md",
            "docs/operations.md",
            "docs/decisions/README.md",
            "jobs/README.md",
            "jobs/guide/keys.md",
            "jobs-us/README.md");
  }

  @Test
  void shouldKeepTheReadmeShort() {
    assertThat(new Page(Path.of("README.md")).text().lines()).hasSizeLessThan(LONGEST_README);
  }

  @Test
  void shouldLeaveNoPageUnlinkedThatTheReadmeShouldLeadTo() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    assertThat(Page.all())
        .filteredOn(page -> Path.of("docs").equals(page.file().getParent()))
        .allSatisfy(page -> assertThat(readme).contains("(" + page + ")"));
  }

  @Test
  void shouldFindLinksThatLeadNowhere(@TempDir Path folder) throws IOException {
    Path other = folder.resolve("other.md");
    Files.writeString(other, "# One `word` or two: 说明\n\n## Same\n\n## Same\n<a id=\"x-1\"></a>\n");
    Path page = folder.resolve("page.md");
    Files.writeString(
        page,
        """
        [a](other.md) [b](other.md#one-word-or-two-说明) [c](other.md#same-1) [d](other.md#x-1)
        [e](absent.md) [f](other.md#same-2) [g](#here) `[h](code.md)` [i](https://example.org/x)

        ```
        [j](block.md)
        # here
        ```
        """);

    assertThat(new Page(page).brokenLinks())
        .containsExactly("absent.md", "other.md#same-2", "#here");
  }
}
