package org.countywise.site;

import java.util.List;
import java.util.Map;
import org.countywise.definition.Definitions;
import org.countywise.report.Language;

/**
 * What a site says beside published values.
 *
 * @param definitions what the release was made of
 * @param bulletin by language; empty where the definitions have none
 * @param findings counts of the release's findings
 * @param sweeps with small numbers hidden
 * @param steps releases that revised something, the oldest first
 * @param boundaries null where none are given
 */
public record Content(
    Definitions definitions,
    Map<Language, BulletinPage> bulletin,
    List<FindingCount> findings,
    List<ThresholdSweep> sweeps,
    List<ReleaseStep> steps,
    Boundaries boundaries) {}
