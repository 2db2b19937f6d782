package org.countywise.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.countywise.report.Finding.Severity;

/**
 * Everything the engine itself can find in data; rules of quality are written in {@code jobs/} and
 * come beside it. What a type means, what to do and what its findings say stands in {@code
 * findings.en.properties}, under its {@link #id}; the Chinese file beside it is for the catalogue.
 */
public enum FindingType {
  UNREADABLE_FILE(Severity.BLOCKER),
  FILE_NAME(Severity.BLOCKER),
  SCHEMA(Severity.BLOCKER),
  ABSENT_COLUMN(Severity.WARNING),
  UNKNOWN_COLUMN(Severity.WARNING),
  NO_ROWS(Severity.WARNING),
  /** Blocks where a month that is needed has nothing else, else something merely lies there. */
  NOT_READ(Severity.BLOCKER, Severity.WARNING),
  /** Warns only of reference data other than the roster: without rows they lead to rejections. */
  NO_FILE(Severity.BLOCKER, Severity.WARNING),
  NOT_DELIVERED_YET(Severity.BLOCKER),

  ROWS_READ(Severity.BLOCKER),
  FILE_CHANGED(Severity.BLOCKER),
  CONTROL_TOTAL(Severity.BLOCKER),
  NO_CONTROL_TOTAL(Severity.ERROR),
  CONFLICTING_KEY(Severity.ERROR),
  REJECTED_ROW(Severity.ERROR),
  REPEATED_ROW(Severity.WARNING),
  UNREADABLE(Severity.WARNING),
  WARNING(Severity.WARNING),
  REJECTED_SHARE(Severity.BLOCKER),
  LOW_RELIABILITY(Severity.ERROR),
  EXPRESSION_FAILED(Severity.BLOCKER),
  ANSWER_WITHOUT_ALERT(Severity.WARNING),

  NO_REGIONS(Severity.BLOCKER),
  REGION_TWICE(Severity.BLOCKER),
  REGION_WITHOUT_PARENT(Severity.BLOCKER),
  REGION_CIRCLE(Severity.ERROR),
  REGION_ENDED(Severity.WARNING),
  REGION_UNASSIGNED(Severity.WARNING),
  REGION_GONE(Severity.ERROR),
  MEMBER_UNKNOWN(Severity.ERROR),

  TOTAL_DIFFERS(Severity.ERROR),
  BALANCE(Severity.ERROR),
  NO_VALUES(Severity.BLOCKER),
  VALUES_LOST(Severity.BLOCKER),
  NOTHING_TO_WITHDRAW(Severity.BLOCKER),
  WITHDRAWN(Severity.WARNING),
  DISCLOSURE(Severity.BLOCKER),
  TOLD_BEFORE(Severity.WARNING),
  IDENTITY(Severity.WARNING),
  NOT_ADDITIVE(Severity.WARNING),
  RETRACTED(Severity.WARNING),
  REVISED(Severity.WARNING),
  WRITTEN_VALUES(Severity.BLOCKER),
  LEVELS_DISAGREE(Severity.BLOCKER),
  NOT_SETTLED(Severity.WARNING);

  private final String id;
  private final Severity gravest;
  private final Severity mildest;

  FindingType(Severity severity) {
    this(severity, severity);
  }

  FindingType(Severity gravest, Severity mildest) {
    this.id = name().toLowerCase(Locale.ROOT);
    this.gravest = gravest;
    this.mildest = mildest;
  }

  /** The rule of its findings. */
  public String id() {
    return id;
  }

  /** What follows from its findings; the first where a finding does not say which. */
  public List<Severity> severities() {
    return Stream.of(gravest, mildest).distinct().toList();
  }

  /** What it means, in one sentence. */
  public String meaning(Locale language) {
    return FindingTexts.of(language).part(this, "meaning");
  }

  /** What to do. */
  public String remedy(Locale language) {
    return FindingTexts.of(language).part(this, "remedy");
  }

  /** Whether a finding is of this type. */
  public boolean is(Finding finding) {
    return finding.rule().equals(id);
  }

  /** A finding about no single dataset, period or unit. */
  public FindingBuilder everywhere() {
    return in("", "");
  }

  /** A finding about a dataset in a period; either may be empty. */
  public FindingBuilder in(String dataset, String period) {
    return in(dataset, period, "");
  }

  /** A finding about a unit, in a dataset and a period; each may be empty. */
  public FindingBuilder in(String dataset, String period, String unit) {
    return new FindingBuilder(this, dataset, period, unit);
  }
}
