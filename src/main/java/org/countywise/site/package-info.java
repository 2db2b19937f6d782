/**
 * The published numbers of a release as a site of one folder that opens from disk: pages, scripts
 * and data files made of records. Nothing personal and nothing suppressed comes in, and every
 * number goes out as it was published.
 *
 * <p>What is read from tables, and when, is the business of cli. Doors: definition, report.
 */
package org.countywise.site;
