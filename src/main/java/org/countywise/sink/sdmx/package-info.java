/**
 * The structure of our data in the words of SDMX 3.0: components, code lists, and the message that
 * tells both, as records that mirror SDMX-JSON 2.0 key for key. Rows and files are {@code sink}'s.
 *
 * <p>{@link org.countywise.sink.sdmx.Component} names the columns of a data file once; {@link
 * org.countywise.sink.sdmx.Structure} makes the message of them and of the code lists of a release:
 *
 * <pre>
 * STRUCTURE,STRUCTURE_ID,ACTION,FREQ,INDICATOR,REF_AREA,BREAKDOWN,TIME_PERIOD,OBS_VALUE,…
 * dataflow,COUNTYWISE:DF_INDICATORS(1.0),R,M,employment_rate,522633,_T,2020-07,61.5,…
 * </pre>
 *
 * <p>Doors: Jackson.
 */
package org.countywise.sink.sdmx;
