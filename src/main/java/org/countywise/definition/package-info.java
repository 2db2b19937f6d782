/**
 * What the numbers are: records that mirror jobs/*.yaml, key for key, as an analyst wrote them.
 *
 * <p>Nothing is resolved or defaulted by meaning here: {@code compile} judges and resolves. Doors:
 * none but the JDK.
 */
package org.countywise.definition;
