package org.countywise.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.countywise.definition.Definitions;
import org.countywise.release.Table;
import org.countywise.report.Finding;
import org.countywise.run.Findings;
import org.countywise.site.Boundaries;
import org.countywise.site.Content;
import org.countywise.site.Edition;
import org.countywise.site.FindingCount;
import org.countywise.site.PublishedRegion;
import org.countywise.site.Site;
import org.countywise.site.SiteFolder;

/**
 * A site that was written.
 *
 * @param start its start page
 * @param rowsByStatus published rows of the month, without breakdowns
 */
record SiteReport(
    Path start, Edition edition, List<Finding> findings, Map<String, Long> rowsByStatus) {

  /**
   * What is asked for.
   *
   * @param periods the month it reports on, or the months it shows; null for all up to the last
   * @param boundaries a file of them, null for none
   */
  record Wish(Periods periods, Path boundaries) {}

  /** Reads a release and writes it as a site. */
  static SiteReport write(
      ReleaseReader release,
      JobsOption jobs,
      SiteFolder folder,
      Wish wish,
      ProgressLine progressLine) {
    progressLine.report("definitions", "reading");
    Definitions definitions = definitions(release, jobs);
    SiteReader reader = new SiteReader(release, definitions);
    Edition edition = reader.edition(wish.periods());
    SiteRevisions revisions = SiteRevisions.of(release, edition.periods());
    progressLine.report("findings", "reading");
    List<Finding> findings = findings(release);
    Content content =
        new Content(
            definitions,
            SiteBulletin.pages(release, definitions, edition.period()),
            FindingCount.of(findings),
            SiteSweeps.of(release, definitions, edition.period()),
            revisions.steps(),
            boundaries(wish, edition));
    progressLine.report("site", "writing");
    Map<String, Long> rows = new Site(folder, edition, content).write(reader.values(revisions));
    return new SiteReport(folder.root().resolve("index.html"), edition, findings, rows);
  }

  /** Those the release was made of, with the bulletin, benchmarks and layout that are there now. */
  private static Definitions definitions(ReleaseReader release, JobsOption jobs) {
    Definitions definitions =
        KeptDefinitions.find(release, jobs.repeating()).orElseGet(() -> jobs.read().definitions());
    if (definitions.delivery() == null) {
      throw new UsageException(
          "the definitions of release '"
              + release.name()
              + "' do not say what delivers: delivery.yaml cannot be read; name the folder of its"
              + " definitions with --jobs");
    }
    return definitions;
  }

  /** Everything that was found in the release. */
  private static List<Finding> findings(ReleaseReader release) {
    return release.find(Table.restricted("finding")).map(Findings::read).orElse(List.of());
  }

  private static Boundaries boundaries(Wish wish, Edition edition) {
    return wish.boundaries() == null
        ? null
        : UsageException.refusing(
            () ->
                Boundaries.read(
                    wish.boundaries(),
                    edition.regions().stream()
                        .map(PublishedRegion::code)
                        .collect(Collectors.toSet())));
  }

  long number(Finding.Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }
}
