/**
 * Records that mirror {@code conf/*.yaml}: where and how the numbers are made. What the numbers are
 * lives in {@code definition}, whose {@code @Key} explains the keys here too; reading the files is
 * {@code parse}. Doors: definition.
 */
package org.countywise.conf;
