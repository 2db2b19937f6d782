/**
 * Whether a delivery can be believed: rows counted and held against control totals and limits,
 * rules on the quality of data, outliers.
 *
 * <p>What is found becomes a finding; no value is changed. Rows are judged one by one in {@code
 * rows}, and who lacks data is known in {@code geography}.
 */
package org.countywise.quality;
