/**
 * Planted: an explanation that goes on and on.
 *
 * <ul>
 *   <li>It says what lives here.
 *   <li>It says what does not.
 *   <li>It says so again.
 *   <li>It is read by nobody.
 *   <li>It is longer than ten lines.
 * </ul>
 */
package org.countywise.rooms.planted.delivery;
