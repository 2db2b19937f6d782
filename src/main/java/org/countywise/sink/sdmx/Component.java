package org.countywise.sink.sdmx;

import java.util.Arrays;
import java.util.List;

/** What describes an observation, in the order of a data file's columns. */
public enum Component {
  FREQ(Role.DIMENSION, Kind.CODES),
  INDICATOR(Role.DIMENSION, Kind.CODES),
  REF_AREA(Role.DIMENSION, Kind.CODES),
  BREAKDOWN(Role.DIMENSION, Kind.CODES),
  TIME_PERIOD(Role.TIME, Kind.PERIOD),
  OBS_VALUE(Role.MEASURE, Kind.DOUBLE),
  OBS_STATUS(Role.ATTRIBUTE, Kind.CODES),
  CONF_STATUS(Role.ATTRIBUTE, Kind.CODES),
  UNIT_MEASURE(Role.OF_INDICATOR, Kind.CODES),
  DECIMALS(Role.ATTRIBUTE, Kind.INTEGER),
  NUMERATOR(Role.ATTRIBUTE, Kind.DECIMAL),
  DENOMINATOR(Role.ATTRIBUTE, Kind.DECIMAL),
  RELEASE(Role.ATTRIBUTE, Kind.STRING);

  /** What a component is for. */
  enum Role {
    DIMENSION,
    TIME,
    MEASURE,

    /** Said of an observation. */
    ATTRIBUTE,

    /** Said of an indicator, the same of all its observations. */
    OF_INDICATOR
  }

  /** What values of a component look like. */
  enum Kind {
    CODES(""),
    PERIOD("GregorianYearMonth"),
    DOUBLE("Double"),
    INTEGER("Integer"),
    DECIMAL("Decimal"),
    STRING("String");

    private final String dataType;

    Kind(String dataType) {
      this.dataType = dataType;
    }

    /** As SDMX calls it; empty for codes of a list. */
    String dataType() {
      return dataType;
    }
  }

  private final Role role;
  private final Kind kind;

  Component(Role role, Kind kind) {
    this.role = role;
    this.kind = kind;
  }

  Role role() {
    return role;
  }

  Kind kind() {
    return kind;
  }

  /** Id of the code list that its values are of. */
  String codelist() {
    return "CL_" + name();
  }

  static List<Component> of(Role role) {
    return Arrays.stream(values()).filter(component -> component.role == role).toList();
  }
}
