package org.countywise.geography;

import java.io.Serializable;
import org.countywise.geography.history.Validity;

/**
 * An accepted row of the roster.
 *
 * @param validity what its code meant for a time
 * @param nameZh in the country's language; null where it is not known
 * @param nameEn in English; null where it is not known
 */
public record RosterRow(Validity validity, String nameZh, String nameEn) implements Serializable {}
