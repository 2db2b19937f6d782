/**
 * The structure of our data in the words of SDMX 3.0. {@link org.countywise.sink.sdmx.Component}
 * names the columns of a data file once; {@link org.countywise.sink.sdmx.Structure} makes the
 * structure message of them and of the codes of a release. Rows and files are {@code sink}'s.
 *
 * <p>Doors: Jackson.
 */
package org.countywise.sink.sdmx;
