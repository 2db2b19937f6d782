/**
 * The commands: what an analyst or a scheduler types, and what the terminal says back.
 *
 * <p>The only room that prints, exits, reads the clock or the environment. No rule about indicators
 * lives here. Doors: everything, and picocli.
 */
package org.countywise.cli;
