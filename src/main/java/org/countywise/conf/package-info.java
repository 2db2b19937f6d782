/**
 * Records that mirror {@code conf/*.yaml}: where and how the numbers are made. What the numbers are
 * lives in {@code definition}; reading the files is {@code parse}. Uses nothing.
 */
package org.countywise.conf;
