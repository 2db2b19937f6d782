/**
 * The rooms of Countywise and their doors, as rules over compiled classes, and planted classes that
 * break each of them once, so that every rule is known to bite.
 */
package org.countywise.rooms;
