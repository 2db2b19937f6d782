package org.countywise.definition;

import java.util.List;
import java.util.Map;

/** Which numbers are too small to be published. */
public record Disclosure(
    @Key(
            "the smallest number of people that is shown, zero apart: in a numerator, a denominator and in what remains between them; `0` shows all")
        Integer minCount,
    @Key("units of measures that stand for people, for example `[persons, households]`")
        List<String> units,
    @Key(
            value =
                "sums of measures, or of `measure[breakdown=value]`, that are zero in every unit as everybody knows, by name; `{2}` as a value stands for the first two digits of the unit's code",
            optional = true)
        Map<String, String> identities,
    @Key(
            value =
                "measures of amounts, each with the measure that counts whose amount it is: over too few it is not shown either",
            optional = true)
        Map<String, String> amounts) {}
